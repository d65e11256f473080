package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Instant;

/** Where and how somebody known is expected at a time. */
final class Expectation {

    /** How much it counts that somebody out of sight for long may have any size, so that one that fits says little. */
    private static final double VAGUENESS = 0.5;

    private final TrackerParameters parameters;
    private final Track track;
    private final Motion goesOn;
    private final Appearance appearance;
    private final double unseen;

    Expectation(Track track, Instant time, TrackerParameters parameters) {
        this.parameters = parameters;
        this.track = track;
        this.goesOn = track.motion().at(time, parameters);
        this.appearance = Appearance.of(track);
        this.unseen = Gates.seconds(track.lastSeen(), time);
    }

    /** Seconds since the last sight. */
    double unseen() {
        return unseen;
    }

    /**
     * How unlikely a face is for the person: its place, its size and what it appears to be. The person has gone on, which leads
     * to the motion's distribution, or stayed where they were, as most do who turn away or are hidden for a while. It is the negative
     * logarithm of that probability, and quadratic in small distances: of two people who pass each other along a line, plain distances to either
     * sum up to the same.
     */
    double surprise(BoundingBox face, Appearance seen) {
        return place(face) + size(face) + parameters.likeness() * appearance.difference(seen);
    }

    private double place(BoundingBox face) {
        double staying = track.motion().surpriseByStaying(face, parameters);
        double going =
                goesOn.surpriseByGoing(face, parameters) + (goesOn.outOfView(parameters) ? parameters.departure() : 0);
        return Math.min(staying, going);
    }

    private double size(BoundingBox face) {
        double deviation = parameters.resize() + parameters.resizeRate() * unseen;
        double ratio = Math.log(Gates.size(face) / Gates.size(track.motion().box()));
        return Gates.surprise(ratio / deviation) + VAGUENESS * Math.log(deviation / parameters.resize());
    }

    /** Intersection over union of a face with the box where the person is expected. */
    double overlap(BoundingBox face) {
        return goesOn.overlap(face);
    }
}
