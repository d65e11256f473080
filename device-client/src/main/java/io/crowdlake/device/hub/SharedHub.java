package io.crowdlake.device.hub;

/** One publisher for all cameras, which nobody can configure from afar. */
public final class SharedHub implements CameraHub {

    private final FramePublisher publisher;

    /** Takes over the publisher. */
    public SharedHub(FramePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public FramePublisher publisher(String deviceId, DeviceControl control) {
        return publisher;
    }

    @Override
    public void close() {
        publisher.close();
    }
}
