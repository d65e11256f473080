package io.crowdlake.device.config;

import io.crowdlake.device.hub.DeviceControl;
import io.crowdlake.device.hub.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the fleet may do with one camera. */
public final class CameraControl implements DeviceControl {

    private final LiveConfiguration live;
    private final DesiredSettings settings;
    private volatile Supplier<Map<String, Object>> diagnostics = Map::of;
    private volatile BooleanSupplier restart = () -> false;

    public CameraControl(LiveConfiguration live) {
        this(live, TransportCheck.ANY);
    }

    /**
     * @param transports ways that the camera has
     */
    public CameraControl(LiveConfiguration live, TransportCheck transports) {
        this.live = live;
        this.settings = new DesiredSettings(live, transports);
    }

    /** Lets the fleet ask how the camera is doing, by name; before this it is told nothing. */
    public void diagnosedBy(Supplier<Map<String, Object>> answer) {
        diagnostics = answer;
    }

    /** Lets the fleet restart the camera; the supplier says whether it will. */
    public void restartedBy(BooleanSupplier attempt) {
        restart = attempt;
    }

    @Override
    public Map<String, Object> configure(Map<String, Object> desired, long version) {
        return settings.apply(desired, version);
    }

    @Override
    public Map<String, Object> configureAll(Map<String, Object> desired, long version) {
        return settings.applyAll(desired, version);
    }

    @Override
    public Transport transport() {
        return live.get().transport();
    }

    @Override
    public Map<String, Object> description() {
        return Map.of("softwareVersion", SoftwareVersion.get());
    }

    @Override
    public Answer call(String method, Map<String, Object> arguments) {
        return switch (method) {
            case "captureNow" -> {
                live.captureNow();
                yield answer(202, "the next frame will be sent");
            }
            case "diagnostics" -> new Answer(200, diagnosis());
            case "restart" ->
                restart.getAsBoolean()
                        ? answer(202, "source and connection begin anew")
                        : answer(409, "the source has played to its end: start the program again");
            case "setLogLevel" -> setLogLevel(arguments);
            default ->
                answer(
                        404,
                        "method " + method
                                + " is unknown, must be one of captureNow, diagnostics, restart, setLogLevel");
        };
    }

    private Map<String, Object> diagnosis() {
        Map<String, Object> answer = new LinkedHashMap<>(diagnostics.get());
        CameraConfiguration now = live.get();
        answer.put("enabled", now.enabled());
        answer.put("capture_interval", now.captureInterval().toString());
        answer.put("quality", now.quality());
        answer.put("transport", now.transport().label());
        answer.put("resolution", now.resolution());
        answer.put("region_of_interest", RegionForm.report(now.region()));
        answer.put("policy", PolicyForm.report(now.policy()));
        answer.put("motion_threshold", now.motionThreshold());
        return answer;
    }

    private static Answer setLogLevel(Map<String, Object> arguments) {
        String logger = String.valueOf(arguments.getOrDefault("logger", LogLevels.OURS));
        String level = String.valueOf(arguments.get("level"));
        try {
            LogLevels.set(logger, level);
            return answer(200, logger + " is at " + level);
        } catch (IllegalArgumentException e) {
            return answer(400, e.getMessage());
        }
    }

    private static Answer answer(int status, String message) {
        return new Answer(status, Map.of("message", message));
    }
}
