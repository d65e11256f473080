package io.crowdlake.device.edge;

import io.crowdlake.device.hub.CameraHub;
import io.crowdlake.device.hub.DeviceControl;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.HubException;
import java.util.List;

/** A way to the hub for cameras that may analyse their frames themselves. */
public final class EdgeHub implements CameraHub {

    private final CameraHub hub;
    private final EdgeAnalyzer analyzer;

    /** Takes over both: closing this closes them. */
    public EdgeHub(CameraHub hub, EdgeAnalyzer analyzer) {
        this.hub = hub;
        this.analyzer = analyzer;
    }

    @Override
    public List<String> deviceIds(List<String> proposed) throws HubException {
        return hub.deviceIds(proposed);
    }

    @Override
    public FramePublisher publisher(String deviceId, DeviceControl control) throws HubException {
        return new EdgePublisher(control, analyzer, hub.publisher(deviceId, control));
    }

    @Override
    public void close() {
        hub.close();
        analyzer.close();
    }
}
