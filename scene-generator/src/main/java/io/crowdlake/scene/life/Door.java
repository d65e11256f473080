package io.crowdlake.scene.life;

/**
 * An opening in the back wall.
 *
 * @param x its middle, in metres
 * @param half half its width, in metres
 * @param height in metres
 */
public record Door(double x, double half, double height) {

    /** Whether someone there is hidden behind the wall. */
    public boolean hides(double x, double z) {
        return z > Lens.WALL && Math.abs(x - this.x) > half;
    }
}
