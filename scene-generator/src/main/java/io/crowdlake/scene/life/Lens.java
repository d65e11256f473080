package io.crowdlake.scene.life;

/**
 * A camera that looks straight ahead at standing people. Metres: x to the right of its axis, z away from it.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record Lens(int width, int height) {

    /** Height of the camera above the ground in metres. */
    public static final double ABOVE_GROUND = 1.72;

    /** Where the back wall of a room stands, in metres. */
    public static final double WALL = 7.4;

    /** Pixels of a metre at a distance. */
    public double scale(double z) {
        return focal() / z;
    }

    /** The distance at which a metre has that many pixels. */
    public double distance(double scale) {
        return focal() / scale;
    }

    public double horizon() {
        return 0.37 * height;
    }

    public double pixelX(double x, double z) {
        return width / 2.0 + x * scale(z);
    }

    /** Row of the ground at a distance. */
    public double groundY(double z) {
        return horizon() + ABOVE_GROUND * scale(z);
    }

    /** Half the width in view at a distance, in metres. */
    public double halfView(double z) {
        return width / 2.0 / scale(z);
    }

    private double focal() {
        return 1.05 * Math.min(width, height * 4 / 3.0);
    }
}
