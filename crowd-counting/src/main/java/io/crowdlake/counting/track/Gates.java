package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.time.Instant;

/** Small measures that the gates are made of. */
final class Gates {

    /** Degrees of freedom: the fewer, the more often errors are large. */
    private static final double FREEDOM = 4;

    /** By how many standard deviations beyond the frame's edge a person counts as having left. */
    static final double LEFT_DEVIATIONS = 0.5;

    /** Keeps the logarithm of a box without an area finite. */
    private static final double LEAST_AREA = 1e-12;

    private Gates() {}

    static double size(BoundingBox box) {
        return Math.sqrt(Math.max(box.area(), LEAST_AREA));
    }

    static double seconds(Instant from, Instant to) {
        return Math.abs(Duration.between(from, to).toNanos()) / 1e9;
    }

    /**
     * How unlikely a face is away from where it is expected: negative logarithm of a density per face size squared, but for a constant. Errors are
     * usually small and now and then large, as when a head turns, so they have Student's distribution in the plane.
     *
     * @param x distance across, in face sizes
     * @param acrossDeviation usual distance across
     * @param y distance down
     * @param downDeviation usual distance down
     */
    static double surprise(double x, double acrossDeviation, double y, double downDeviation) {
        double away = square(x / acrossDeviation) + square(y / downDeviation);
        return (FREEDOM + 2) / 2 * Math.log(1 + away / FREEDOM) + Math.log(acrossDeviation) + Math.log(downDeviation);
    }

    /** The same along a line, without the size of the deviation: 0 at best. */
    static double surprise(double deviations) {
        return (FREEDOM + 1) / 2 * Math.log(1 + square(deviations) / FREEDOM);
    }

    private static double square(double value) {
        return value * value;
    }
}
