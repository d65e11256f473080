package io.crowdlake.device.hub;

import io.crowdlake.contracts.CameraFrame;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way of frames to the hub. Safe for many threads. */
public interface FramePublisher extends AutoCloseable {

    /** Enough for a far hub. */
    int FRAMES_AT_A_TIME = 8;

    /**
     * Sends a frame; waits only while too many are on their way.
     *
     * @return completes when the hub has accepted the frame, or exceptionally when it will not
     */
    CompletableFuture<Void> publish(CameraFrame frame);

    /**
     * Sends a message that is of no use later: it does not wait for a hub that is away.
     *
     * @return completes when the hub has accepted it, or exceptionally when it has not
     */
    CompletableFuture<Void> announce(CameraFrame message);

    /** How many frames may be on their way before the first of them is answered, so that it is of use and they can be sent again without harm. */
    default int framesAtATime() {
        return FRAMES_AT_A_TIME;
    }

    /** Frames that wait on the disk, those of earlier starts included. */
    default long waiting() {
        return 0;
    }

    /** Why nothing goes out at the moment, in one line; empty while all is well. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** Frames given up since this start because too many waited, or for too long. */
    default long dropped() {
        return 0;
    }

    /** Connects anew within a few seconds; returns at once. What is on its way goes out afterwards where frames are kept. */
    default void reconnect() {}

    /** Waits until everything that was published has gone out, then releases the connection. */
    @Override
    void close();
}
