package io.crowdlake.counting.track;

import java.time.Duration;

/**
 * What {@link CameraTracker} takes for the same person. Distances are in face sizes, width across and height down, so they hold at any
 * resolution and for any place of the camera. How unlikely something is, is the negative logarithm of a probability, for places per face size
 * squared.
 *
 * @param visitGap longest time a person may be out of sight within one visit, not counted while somebody nearer stands before them; more than zero
 * @param longestHidden longest time behind somebody nearer that does not count
 * @param startScore a face of at least this score may begin a visit; a weaker one only continues it; 0..1
 * @param sureScore a face of at least this score makes a visit at the second sight or later; 0..1
 * @param steadyScore the same at the fourth sight or later, since small faces are hardly ever surer; what never is that sure is somebody's back or no head at all; 0..1
 * @param confirmScore a face of at least this score makes a visit at once; 0..1
 * @param surprise how unlikely a newcomer is at the frame's edge, next to somebody known
 * @param insideSurprise the same in the middle of the frame
 * @param glimpse how much likelier it is that who came into view is nobody known, as long as they have not been seen surely enough for a visit
 * @param absence how unlikely it is that somebody who was not seen in the frame before is back in this one
 * @param departure how unlikely it is that somebody who must have left over the edge is back
 * @param fading how much less likely it becomes that somebody is back, as time out of sight grows by the factor e
 * @param departedGap the same as the visit gap, where it is shorter, for somebody who must have left over the edge
 * @param pace speed of people (one standard deviation) across, in face sizes per second, who are out of sight or change their speed
 * @param paceDown the same down the frame
 * @param walkingPace speed across of people who come into view
 * @param persistence time within which people change their speed, in seconds
 * @param sway how far people who stand are from where they were (one standard deviation), in face sizes
 * @param staying how unlikely it is that somebody who stood has stayed, next to having gone on
 * @param wandering how unlikely it is that somebody out of sight has gone about nearby, next to having gone on in the direction of before
 * @param wanderAfter time out of sight from which on that is so, in seconds
 * @param wanderReach how far people have gone then, in face sizes
 * @param wanderResize by how much their size has changed then, natural logarithm of the ratio
 * @param climbing how unlikely it is that somebody goes up or down the frame without the change of size that belongs to it on a level floor
 * @param jitter error of a detected box's centre (one standard deviation), in face sizes
 * @param resize natural logarithm of the ratio by which a face's size may differ at once
 * @param resizeRate how fast that grows, per second
 * @param likeness how much it counts that apparent age and gender are those of the person before; 0 for not at all
 * @param colours how much it counts that clothes and hair have the colours of those of the person before, less where looks can be compared; 0 for not at all
 * @param features how much it counts that the face looks like that of the person before, where looks can be opened; 0 for not at all
 * @param weakOverlap least overlap (intersection over union) with the predicted box for a weak face to continue a visit, 0..1
 * @param patience who has been out of sight for longer is not known again at first sight, in seconds
 * @param decisionSights but after this many sights at the latest
 * @param decisionSeconds and after this time at the latest, in seconds
 */
public record TrackerParameters(
        Duration visitGap,
        Duration longestHidden,
        double startScore,
        double sureScore,
        double steadyScore,
        double confirmScore,
        double surprise,
        double insideSurprise,
        double glimpse,
        double absence,
        double departure,
        double fading,
        Duration departedGap,
        double pace,
        double paceDown,
        double walkingPace,
        double persistence,
        double sway,
        double staying,
        double wandering,
        double wanderAfter,
        double wanderReach,
        double wanderResize,
        double climbing,
        double jitter,
        double resize,
        double resizeRate,
        double likeness,
        double colours,
        double features,
        double weakOverlap,
        double patience,
        int decisionSights,
        double decisionSeconds) {

    public TrackerParameters {
        if (visitGap.isNegative() || visitGap.isZero()) {
            throw new IllegalArgumentException("visit gap is " + visitGap + ", must be more than zero");
        }
        fraction(startScore, "start score");
        fraction(sureScore, "sure score");
        fraction(steadyScore, "steady score");
        fraction(confirmScore, "confirm score");
        fraction(weakOverlap, "weak overlap");
        positive(wanderAfter, "wander after");
        positive(wanderReach, "wander reach");
        positive(wanderResize, "wander resize");
        positive(pace, "pace");
        positive(paceDown, "pace down");
        positive(walkingPace, "walking pace");
        positive(persistence, "persistence");
        positive(sway, "sway");
        positive(jitter, "jitter");
        positive(resize, "resize");
        positive(resizeRate, "resize rate");
        positive(decisionSights, "decision sights");
        positive(decisionSeconds, "decision seconds");
    }

    /** Parameters that suit faces at 1 to 15 frames a second; found on drawn scenes of all kinds by {@code ./crowd bench counting}. */
    public static TrackerParameters ofVisitGap(Duration visitGap) {
        return of(visitGap, true);
    }

    /** The same; {@code colours} says whether the colours of clothes and hair count. */
    public static TrackerParameters of(Duration visitGap, boolean colours) {
        return new TrackerParameters(
                visitGap,
                Duration.ofSeconds(15),
                0.6,
                0.84,
                0.8,
                0.93,
                3.9,
                10.3,
                1.5,
                2,
                4.3,
                1.8,
                Duration.ofSeconds(6),
                2,
                0.5,
                4.5,
                1.5,
                0.27,
                0.7,
                1.2,
                1.4,
                1.8,
                0.5,
                3,
                0.07,
                0.09,
                0.2,
                1.3,
                colours ? 1 : 0,
                0.8,
                0.3,
                1.5,
                6,
                1.2);
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
