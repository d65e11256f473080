package io.crowdlake.inference.face;

/**
 * A face in a picture, in pixels from its top left.
 *
 * @param left edge
 * @param top edge
 * @param right edge, beyond the left one
 * @param bottom edge, beyond the top one
 * @param score the detector's confidence, 0..1
 */
public record FaceBox(double left, double top, double right, double bottom, double score) {

    /** A box given by its middle and its sides. */
    static FaceBox around(double centerX, double centerY, double width, double height, double score) {
        return new FaceBox(centerX - width / 2, centerY - height / 2, centerX + width / 2, centerY + height / 2, score);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double longerSide() {
        return Math.max(width(), height());
    }

    public double centerX() {
        return (left + right) / 2;
    }

    public double centerY() {
        return (top + bottom) / 2;
    }

    /** Intersection over union, 0 (apart) to 1 (equal). */
    public double overlap(FaceBox other) {
        double sharedWidth = Math.min(right, other.right) - Math.max(left, other.left);
        double sharedHeight = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (sharedWidth <= 0 || sharedHeight <= 0) {
            return 0;
        }
        double shared = sharedWidth * sharedHeight;
        return shared / (width() * height() + other.width() * other.height() - shared);
    }
}
