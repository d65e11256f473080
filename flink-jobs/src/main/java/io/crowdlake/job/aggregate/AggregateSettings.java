package io.crowdlake.job.aggregate;

import java.io.Serializable;
import java.time.Duration;

/**
 * How {@link AggregateFunction} cuts time into windows and how often it publishes them.
 *
 * @param windowSize length of a window; more than zero
 * @param windowOffset shifts the grid, which is aligned to 1970-01-01T00:00:00Z; zero or more and less than {@code windowSize}
 * @param eventsUpdateInterval shortest wall-clock time between two live revisions of a window on the event topic
 * @param lakeUpdateInterval the same for the lake
 * @param lateHorizon how far behind the camera's clock a window is still corrected, in event time
 * @param quietAfter how far wall clock must be past a silent camera's window end to close it; also the longest time between two frames
 *     for which the camera counts as watching
 */
public record AggregateSettings(
        Duration windowSize,
        Duration windowOffset,
        Duration eventsUpdateInterval,
        Duration lakeUpdateInterval,
        Duration lateHorizon,
        Duration quietAfter)
        implements Serializable {

    public AggregateSettings {
        if (windowSize.isNegative() || windowSize.isZero()) {
            throw new IllegalArgumentException("window.size is " + windowSize + ", must be more than zero");
        }
        if (windowOffset.isNegative() || windowOffset.compareTo(windowSize) >= 0) {
            throw new IllegalArgumentException("window.offset is " + windowOffset
                    + ", must be zero or more and less than window.size " + windowSize);
        }
        requirePositive(eventsUpdateInterval, "events.update-interval");
        requirePositive(lakeUpdateInterval, "lake.update-interval");
        requirePositive(lateHorizon, "late.horizon");
        requirePositive(quietAfter, "track.quiet-after");
    }

    private static void requirePositive(Duration value, String key) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + " is " + value + ", must be more than zero");
        }
    }
}
