package io.crowdlake.device.simulate;

import io.crowdlake.device.FakePublisher;
import io.crowdlake.device.hub.CameraHub;
import io.crowdlake.device.hub.DeviceControl;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.HubException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses one device until it is told otherwise, and takes all that is sent. */
final class FakeHub implements CameraHub {

    private final Map<String, FakePublisher> publishers = new ConcurrentHashMap<>();
    volatile String refused;
    volatile boolean closed;

    FakeHub(String refused) {
        this.refused = refused;
    }

    @Override
    public FramePublisher publisher(String deviceId, DeviceControl control) throws HubException {
        if (deviceId.equals(refused)) {
            throw new HubException("not today");
        }
        return publishers.computeIfAbsent(deviceId, id -> new FakePublisher());
    }

    /** Waits until a device has sent something. */
    void awaitFrom(String deviceId) throws InterruptedException {
        while (!publishers.containsKey(deviceId)
                || publishers.get(deviceId).accepted.isEmpty()) {
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
