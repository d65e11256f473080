package io.crowdlake.device.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one camera sees, frame by frame. For one thread at a time. */
public interface CameraSource extends AutoCloseable {

    /** What a person gave to name it: a file, a folder, an address, or "scene". */
    String name();

    /** Nominal frames per second of event time, above 0. */
    double framesPerSecond();

    /** How long it plays, where that is known. */
    Optional<Duration> length();

    /** Whether frames come as they happen, so that they can be neither early nor faster than time. */
    default boolean live() {
        return false;
    }

    /**
     * Tells the source which time its position 0 stands for; called once, before the first frame.
     *
     * @param deviceId the camera that shows it
     * @param bootId of this start of the camera
     */
    default void begin(String deviceId, String bootId, Instant start) throws IOException {}

    /**
     * How large the pictures of the next frames are wanted; a source may give others, and never enlarges.
     *
     * @param longestSide pixels, or 0 for the source's own choice
     */
    default void resolution(int longestSide) {}

    /** The next frame, or nothing when the source has ended. Its pixels are good until the next call. */
    Optional<CapturedFrame> next() throws IOException;

    @Override
    void close();
}
