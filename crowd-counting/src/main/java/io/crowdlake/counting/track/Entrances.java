package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.util.List;

/**
 * Where people come into view: over the edges of the frame as a rule, and seldom in the middle of it, where they would have had to come
 * through a door or from behind somebody. Where a door is, those tell who came through it before.
 */
final class Entrances {

    /** How far from the edge somebody is first seen who comes in over it, in face sizes, besides the way that people walk between two frames. */
    private static final double MARGIN = 0.5;

    /** Beyond so many times the reach of the edge a newcomer has not come over it. */
    private static final double INSIDE = 2;

    /** How likely a newcomer is at a door through which all come who do not come over the edge. */
    private static final double DOOR = 0.05;

    /** So many people inside the frame prove no door. */
    private static final double DOUBT = 4;

    /** How far apart people are first seen who come through one door: face sizes across and down, and the logarithm of their sizes. */
    private static final double ACROSS = 2;

    private static final double DOWN = 1;

    private static final double SIZE = 0.3;

    private final List<BoundingBox> doors;
    private final double interval;
    private final double atEdge;
    private final double inside;
    private final double reach;

    /**
     * @param interval since the frame before
     * @param doors where people came into view inside the frame before
     */
    Entrances(TrackerParameters parameters, Duration interval, List<BoundingBox> doors) {
        this.doors = doors;
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
        double away = fromEdge(face) / reach;
        return -Math.log(atEdge * Math.exp(-away * away / 2) + inside + throughDoors(face));
    }

    /** Whether a face is so far from the edge that who is first seen there has not come over it. */
    boolean inside(BoundingBox face) {
        return fromEdge(face) > INSIDE * reach;
    }

    private double throughDoors(BoundingBox face) {
        double near = 0;
        for (BoundingBox door : doors) {
            double across = (door.centerX() - face.centerX()) / (ACROSS * face.width());
            double down = (door.centerY() - face.centerY()) / (DOWN * face.height());
            double size = Math.log(door.height() / face.height()) / SIZE;
            near += Math.exp(-(across * across + down * down + size * size) / 2);
        }
        return DOOR * near / (doors.size() + DOUBT);
    }

    /** In face sizes. */
    private static double fromEdge(BoundingBox face) {
        double across = Math.min(face.x(), 1 - face.x() - face.width()) / face.width();
        double down = Math.min(face.y(), 1 - face.y() - face.height()) / face.height();
        return Math.max(0, Math.min(across, down));
    }
}
