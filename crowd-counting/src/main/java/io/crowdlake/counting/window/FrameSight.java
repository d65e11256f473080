package io.crowdlake.counting.window;

import io.crowdlake.counting.TrackedFrame;
import java.time.Instant;
import java.util.Objects;

/**
 * What windows need to know of one frame.
 *
 * @param time event time
 * @param occupancy visitors in view
 * @param modelVersion bundle that analysed it
 */
public record FrameSight(Instant time, long occupancy, String modelVersion) {

    public FrameSight {
        Objects.requireNonNull(time, "time is null");
        Objects.requireNonNull(modelVersion, "modelVersion is null");
    }

    /** Of a frame; not of the news of a silence. */
    public static FrameSight of(TrackedFrame frame) {
        long occupancy =
                frame.visits().stream().filter(update -> !update.closed()).count();
        return new FrameSight(frame.time(), occupancy, frame.analysis().modelVersion());
    }
}
