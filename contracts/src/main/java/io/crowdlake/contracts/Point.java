package io.crowdlake.contracts;

import java.io.Serializable;

/**
 * A place in a frame, as fractions of its width and height, so that it means the same at any resolution.
 *
 * @param x from the left edge, 0..1
 * @param y from the top edge, 0..1
 */
public record Point(double x, double y) implements Serializable {

    public Point {
        Checks.fraction(x, "x");
        Checks.fraction(y, "y");
    }

    /** The middle of a box. */
    public static Point centerOf(BoundingBox box) {
        // A box may reach beyond the frame by a rounding error, and so may its middle where it has no size.
        return new Point(Math.min(1, box.centerX()), Math.min(1, box.centerY()));
    }
}
