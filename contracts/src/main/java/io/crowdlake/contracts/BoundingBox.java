package io.crowdlake.contracts;

/**
 * A box in a frame, as fractions of its width and height, so that it means the same at any resolution.
 *
 * @param x left edge, 0..1
 * @param y top edge, 0..1
 * @param width 0..1, such that {@code x + width <= 1}
 * @param height 0..1, such that {@code y + height <= 1}
 */
public record BoundingBox(double x, double y, double width, double height) {

    /** Rounding in a decoder may put an edge this far outside; more is an error of the sender. */
    private static final double TOLERANCE = 1e-6;

    public BoundingBox {
        Checks.fraction(x, "box.x");
        Checks.fraction(y, "box.y");
        Checks.fraction(width, "box.width");
        Checks.fraction(height, "box.height");
        Checks.fraction(Math.max(0, x + width - TOLERANCE), "box.x + box.width");
        Checks.fraction(Math.max(0, y + height - TOLERANCE), "box.y + box.height");
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public double area() {
        return width * height;
    }

    /** Intersection over union with another box, 0 (apart) to 1 (equal). */
    public double overlap(BoundingBox other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double shared = w * h;
        return shared / (area() + other.area() - shared);
    }
}
