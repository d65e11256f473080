package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;

/**
 * Where people come into view: over the edges of the frame as a rule, and seldom in the middle of it, where they would have had to come
 * through a door or from behind somebody.
 */
final class Entrances {

    /** How far from the edge somebody is first seen who comes in over it, in face sizes, besides the way that people walk between two frames. */
    private static final double MARGIN = 0.5;

    private final double interval;
    private final double atEdge;
    private final double inside;
    private final double reach;

    /** @param interval since the frame before */
    Entrances(TrackerParameters parameters, Duration interval) {
        this.interval = interval.toNanos() / 1e9;
        this.inside = Math.exp(-parameters.insideSurprise());
        this.reach = MARGIN + parameters.walkingPace() * Math.min(this.interval, parameters.persistence());
        this.atEdge = Math.exp(-parameters.surprise()) / Math.sqrt(reach);
    }

    /** Seconds since the frame before. */
    double interval() {
        return interval;
    }

    /** How unlikely a newcomer is where a face is: negative logarithm of a density per face size squared, as that of {@link Expectation#surprise}. */
    double surprise(BoundingBox face) {
        double across = Math.min(face.x(), 1 - face.x() - face.width()) / face.width();
        double down = Math.min(face.y(), 1 - face.y() - face.height()) / face.height();
        double away = Math.max(0, Math.min(across, down)) / reach;
        return -Math.log(atEdge * Math.exp(-away * away / 2) + inside);
    }
}
