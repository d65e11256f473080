package io.crowdlake.job.track;

import java.io.Serializable;
import java.time.Duration;

/**
 * How {@link TrackFunction} orders frames and tells visits apart.
 *
 * @param reorderDelay how long a frame waits, in event time, for one captured before it; zero or more
 * @param quietAfter wall clock without a frame after which a camera counts as silent; more than zero
 * @param visitGap longest event time that a person may be out of sight within one visit; more than zero
 * @param clothing whether the colours of what people wear and of their hair help to know them again while they are about
 * @param looksKeyFile file with the key that sealed what faces look like, on every TaskManager; null where that does not help to know people again
 * @param lateHorizon how far behind the camera's clock a frame is still accepted, in event time; at least {@code reorderDelay}
 */
public record TrackSettings(
        Duration reorderDelay,
        Duration quietAfter,
        Duration visitGap,
        boolean clothing,
        String looksKeyFile,
        Duration lateHorizon)
        implements Serializable {

    /** With clothing and without looks, which is the default. */
    public TrackSettings(Duration reorderDelay, Duration quietAfter, Duration visitGap, Duration lateHorizon) {
        this(reorderDelay, quietAfter, visitGap, true, null, lateHorizon);
    }

    public TrackSettings {
        if (reorderDelay.isNegative()) {
            throw new IllegalArgumentException("track.reorder-delay is " + reorderDelay + ", must not be negative");
        }
        if (quietAfter.isNegative() || quietAfter.isZero()) {
            throw new IllegalArgumentException("track.quiet-after is " + quietAfter + ", must be more than zero");
        }
        if (visitGap.isNegative() || visitGap.isZero()) {
            throw new IllegalArgumentException("track.visit-gap is " + visitGap + ", must be more than zero");
        }
        if (lateHorizon.compareTo(reorderDelay) < 0) {
            throw new IllegalArgumentException(
                    "late.horizon is " + lateHorizon + ", must be at least track.reorder-delay " + reorderDelay);
        }
    }
}
