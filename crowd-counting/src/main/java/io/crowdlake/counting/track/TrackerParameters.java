package io.crowdlake.counting.track;

import java.time.Duration;

/**
 * What {@link CameraTracker} takes for the same person. Distances are in face sizes, width across and height down, so they hold at any
 * resolution and for any place of the camera.
 *
 * @param visitGap longest time a person may be out of sight within one visit; more than zero
 * @param startScore a face of at least this score may begin a visit; a weaker one only continues it; 0..1
 * @param confirmScore a face of at least this score makes a visit at once, otherwise a second sight does; 0..1
 * @param surprise how unlikely a place may be for somebody known, so that a newcomer is likelier: the negative logarithm of the probability that a
 *     person seen before is there, per face size squared
 * @param pace speed of people (one standard deviation), in face sizes per second
 * @param persistence time within which people change their speed, in seconds
 * @param sway how far people who stand are from where they were (one standard deviation), in face sizes
 * @param jitter error of a detected box's centre (one standard deviation), in face sizes
 * @param resize natural logarithm of the ratio by which a face's size may differ at once
 * @param resizeRate how fast that grows, per second
 * @param likeness how much it counts that apparent age and gender are those of the person before; 0 for not at all
 * @param weakOverlap least overlap (intersection over union) with the predicted box for a weak face to continue a visit, 0..1
 */
public record TrackerParameters(
        Duration visitGap,
        double startScore,
        double confirmScore,
        double surprise,
        double pace,
        double persistence,
        double sway,
        double jitter,
        double resize,
        double resizeRate,
        double likeness,
        double weakOverlap) {

    public TrackerParameters {
        if (visitGap.isNegative() || visitGap.isZero()) {
            throw new IllegalArgumentException("visit gap is " + visitGap + ", must be more than zero");
        }
        fraction(startScore, "start score");
        fraction(confirmScore, "confirm score");
        fraction(weakOverlap, "weak overlap");
        positive(pace, "pace");
        positive(persistence, "persistence");
        positive(sway, "sway");
        positive(jitter, "jitter");
        positive(resize, "resize");
        positive(resizeRate, "resize rate");
    }

    /** Parameters that suit faces at 1 to 15 frames a second; found on drawn scenes of all kinds by {@code ./crowd bench counting}. */
    public static TrackerParameters ofVisitGap(Duration visitGap) {
        return new TrackerParameters(visitGap, 0.6, 0.9, 5.2, 4.5, 1.5, 0.27, 0.05, 0.09, 0.15, 1, 0.3);
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
