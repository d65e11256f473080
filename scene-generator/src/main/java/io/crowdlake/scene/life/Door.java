package io.crowdlake.scene.life;

/**
 * An opening in the back wall.
 *
 * @param x its middle, in metres
 * @param half half its width, in metres
 * @param height in metres
 */
public record Door(double x, double half, double height) {

    /** Whether the wall is in front of what would be seen at a column of the picture at that distance. */
    public boolean hides(Lens lens, double pixelX, double z) {
        return z > Lens.WALL && Math.abs(pixelX - lens.pixelX(x, Lens.WALL)) > half * lens.scale(Lens.WALL);
    }
}
