package io.crowdlake.counting.track;

import java.time.Duration;

/**
 * What {@link CameraTracker} takes for the same person. Distances are in face sizes, width across and height down, so they hold at any
 * resolution and for any place of the camera.
 *
 * @param visitGap longest time a person may be out of sight within one visit; more than zero
 * @param startScore a face of at least this score may begin a visit; a weaker one only continues it; 0..1
 * @param confirmScore a face of at least this score makes a visit at once, otherwise a second sight does; 0..1
 * @param reach distance by which a face may miss its predicted place in any case, in face sizes
 * @param longestReach distance by which it may miss it at most, however long the person was out of sight, in face sizes
 * @param pace speed of people whose motion is not known yet (one standard deviation), in face sizes per second
 * @param restlessness change of speed within a second (one standard deviation), in face sizes per second
 * @param jitter error of a detected box's centre (one standard deviation), in face sizes
 * @param resize natural logarithm of the ratio by which a face's size may differ at once
 * @param resizeRate how fast that grows, per second
 * @param weakOverlap least overlap (intersection over union) with the predicted box for a weak face to continue a visit, 0..1
 */
public record TrackerParameters(
        Duration visitGap,
        double startScore,
        double confirmScore,
        double reach,
        double longestReach,
        double pace,
        double restlessness,
        double jitter,
        double resize,
        double resizeRate,
        double weakOverlap) {

    public TrackerParameters {
        if (visitGap.isNegative() || visitGap.isZero()) {
            throw new IllegalArgumentException("visit gap is " + visitGap + ", must be more than zero");
        }
        fraction(startScore, "start score");
        fraction(confirmScore, "confirm score");
        fraction(weakOverlap, "weak overlap");
        positive(reach, "reach");
        positive(longestReach, "longest reach");
        positive(pace, "pace");
        positive(restlessness, "restlessness");
        positive(jitter, "jitter");
        positive(resize, "resize");
        positive(resizeRate, "resize rate");
    }

    /** Parameters that suit faces at 1 to 15 frames a second. */
    public static TrackerParameters ofVisitGap(Duration visitGap) {
        return new TrackerParameters(visitGap, 0.6, 0.9, 1, 8, 3, 1.8, 0.08, 0.35, 0.35, 0.3);
    }

    private static void fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be within 0..1");
        }
    }

    private static void positive(double value, String name) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be more than zero");
        }
    }
}
