package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Instant;

/** Small measures that the gates are made of. */
final class Gates {

    /** By how many standard deviations beyond the frame's edge a person counts as having left. */
    static final double LEFT_DEVIATIONS = 0.2;

    /** Keeps the logarithm of a box without an area finite. */
    private static final double LEAST_AREA = 1e-12;

    private Gates() {}

    static double size(BoundingBox box) {
        return Math.sqrt(Math.max(box.area(), LEAST_AREA));
    }

    /** Between two times, whichever is the earlier. */
    static double seconds(Instant from, Instant to) {
        return Math.abs(nanos(from, to)) / 1e9;
    }

    /** From one time to another, which lie less than 292 years apart; every track is asked at every frame, so it makes no objects. */
    static long nanos(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) * 1_000_000_000L + (to.getNano() - from.getNano());
    }
}
