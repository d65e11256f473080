package io.crowdlake.device.config;

import io.crowdlake.device.hub.DeviceControl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the fleet may do with one camera. */
public final class CameraControl implements DeviceControl {

    private final LiveConfiguration live;
    private final DesiredSettings settings;
    private volatile Supplier<Map<String, Object>> diagnostics = Map::of;

    public CameraControl(LiveConfiguration live) {
        this.live = live;
        this.settings = new DesiredSettings(live);
    }

    /** Lets the fleet ask how the camera is doing, by name; before this it is told nothing. */
    public void diagnosedBy(Supplier<Map<String, Object>> answer) {
        diagnostics = answer;
    }

    @Override
    public Map<String, Object> configure(Map<String, Object> desired, long version) {
        return settings.apply(desired, version);
    }

    @Override
    public Map<String, Object> description() {
        return Map.of("softwareVersion", SoftwareVersion.get());
    }

    @Override
    public Answer call(String method) {
        return switch (method) {
            case "captureNow" -> {
                live.captureNow();
                yield new Answer(202, Map.of("message", "the next frame will be sent"));
            }
            case "diagnostics" -> {
                Map<String, Object> answer = new LinkedHashMap<>(diagnostics.get());
                CameraConfiguration now = live.get();
                answer.put("enabled", now.enabled());
                answer.put("capture_interval", now.captureInterval().toString());
                answer.put("quality", now.quality());
                yield new Answer(200, answer);
            }
            default ->
                new Answer(
                        404, Map.of("message", "method " + method + " is unknown, must be captureNow or diagnostics"));
        };
    }
}
