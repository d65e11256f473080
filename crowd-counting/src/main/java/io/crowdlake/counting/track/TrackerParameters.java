package io.crowdlake.counting.track;

import java.time.Duration;

/**
 * What {@link CameraTracker} takes for the same person. Distances are in face sizes (the square root of a box's area), so they hold at any
 * resolution and for any place of the camera.
 *
 * @param visitGap longest time a person may be out of sight within one visit; more than zero
 * @param startScore a face of at least this score may begin a visit; a weaker one only continues it; 0..1
 * @param confirmScore a face of at least this score makes a visit at once, otherwise a second sight does; 0..1
 * @param reach distance by which a face may miss its predicted place at once, in face sizes
 * @param wander speed by which that grows for a visitor whose motion is known, in face sizes per second
 * @param stride the same for one seen only once, whose motion is not known yet: a brisk walk across the view
 * @param longestReach the distance at which growing ends, in face sizes
 * @param resize natural logarithm of the ratio by which a face's size may differ at once
 * @param resizeRate how fast that grows, per second
 * @param weakOverlap least overlap (intersection over union) with the predicted box for a weak face to continue a visit, 0..1
 * @param smoothing time over which the measured speed is averaged
 */
public record TrackerParameters(
        Duration visitGap,
        double startScore,
        double confirmScore,
        double reach,
        double wander,
        double stride,
        double longestReach,
        double resize,
        double resizeRate,
        double weakOverlap,
        Duration smoothing) {

    public TrackerParameters {
        if (visitGap.isNegative() || visitGap.isZero()) {
            throw new IllegalArgumentException("visit gap is " + visitGap + ", must be more than zero");
        }
        fraction(startScore, "start score");
        fraction(confirmScore, "confirm score");
        fraction(weakOverlap, "weak overlap");
    }

    /** Parameters that suit faces at 1 to 15 frames a second. */
    public static TrackerParameters ofVisitGap(Duration visitGap) {
        return new TrackerParameters(visitGap, 0.5, 0.9, 0.6, 3, 8, 8, 0.35, 0.35, 0.3, Duration.ofMillis(400));
    }

    private static void fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be within 0..1");
        }
    }
}
