package io.crowdlake.contracts;

import java.io.Serializable;

/**
 * A line drawn in a camera's picture. Whoever walks over it, between its two ends, is counted.
 *
 * @param name unique among the lines of the camera; 1 to 64 characters
 * @param from one end
 * @param to the other end
 * @param in direction of those who go in, in the picture; those who cross the other way go out. It must lead across the line, not along it
 */
public record CountingLine(String name, Point from, Point to, Heading in) implements Serializable {

    /** Sine of the least angle, 15 degrees, between the line and the direction that counts as in. */
    private static final double LEAST_SINE = 0.2588;

    /** A point may miss the line's end by a rounding error, where the line ends at the frame's edge. */
    private static final double TOLERANCE = 1e-9;

    public CountingLine {
        Checks.name(name, "name");
        Checks.present(from, "from");
        Checks.present(to, "to");
        Checks.present(in, "in");
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        if (length == 0) {
            throw new IllegalArgumentException("from and to are the same point, a line needs two");
        }
        double sine = across(from, to, in) / (length * Math.max(1, Math.hypot(in.x(), in.y())));
        if (Math.abs(sine) < LEAST_SINE) {
            throw new IllegalArgumentException("in is " + in.label() + ", must lead across the line, such as "
                    + Heading.of(from.y() - to.y(), to.x() - from.x()).label() + " or "
                    + Heading.of(to.y() - from.y(), from.x() - to.x()).label());
        }
    }

    /** Whether the straight way between two places leads over the line: 1 inwards, -1 outwards, 0 not at all. */
    public int crossing(Point before, Point after) {
        boolean wasInside = inside(before);
        boolean isInside = inside(after);
        if (wasInside == isInside || !hits(before, after)) {
            return 0;
        }
        return isInside ? 1 : -1;
    }

    /**
     * Distance of a place from the nearest point of the line.
     *
     * @param unitX what counts as 1 across, as a fraction of the frame's width
     * @param unitY what counts as 1 down, as a fraction of the frame's height
     */
    public double distance(Point place, double unitX, double unitY) {
        return Plane.distance(from, to, place, unitX, unitY);
    }

    /**
     * Whether a direction leads inwards over the line.
     *
     * @param across to the right
     * @param down downwards
     */
    public boolean leadsIn(double across, double down) {
        double turn = (to.x() - from.x()) * down - (to.y() - from.y()) * across;
        return turn * across(from, to, in) > 0;
    }

    /** On which side a place is of the line carried on without end; what lies on it is inside. */
    private boolean inside(Point place) {
        double turn = Plane.turn(from, to, place);
        return across(from, to, in) > 0 ? turn >= 0 : turn <= 0;
    }

    /** Whether a way that leads over the line carried on without end does so between the two ends. */
    private boolean hits(Point before, Point after) {
        double first = Plane.turn(before, after, from);
        double second = Plane.turn(before, after, to);
        return Math.min(first, second) <= TOLERANCE && Math.max(first, second) >= -TOLERANCE;
    }

    /** Positive where a direction leads to the side on which {@link Plane#turn} is positive. */
    private static double across(Point from, Point to, Heading direction) {
        return (to.x() - from.x()) * direction.y() - (to.y() - from.y()) * direction.x();
    }
}
