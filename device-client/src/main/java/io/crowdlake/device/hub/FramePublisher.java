package io.crowdlake.device.hub;

import io.crowdlake.contracts.CameraFrame;
import java.util.concurrent.CompletableFuture;

/** The way of frames to the hub. Safe for many threads. */
public interface FramePublisher extends AutoCloseable {

    /**
     * Sends a frame; waits only while too many are on their way.
     *
     * @return completes when the hub has accepted the frame, or exceptionally when it will not
     */
    CompletableFuture<Void> publish(CameraFrame frame);

    /** Waits until everything that was published has gone out, then releases the connection. */
    @Override
    void close();
}
