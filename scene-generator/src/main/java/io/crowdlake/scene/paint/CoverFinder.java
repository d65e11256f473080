package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Stance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * Finds who hides what of a part of the picture, by drawing those who stand before it: hair, hats and arms hide just as much as in the picture, since they
 * are drawn by the same hand.
 */
public final class CoverFinder {

    /** Where nobody is. */
    public static final int NOBODY = -1;

    private static final int HALF_COVERED = 128;
    private static final int ALPHA = 3;

    private final PersonPainter people;
    private final int side;
    private final BufferedImage mask;

    /** @param side the part is looked at in so many rows, and so many columns each */
    public CoverFinder(Lens lens, int side) {
        this.people = new PersonPainter(lens, null, new HeadPainter(0));
        this.side = side;
        this.mask = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    /**
     * Who is to be seen in each cell of a part of the picture, by rows: an index into those before it, or {@link #NOBODY}.
     *
     * @param area in pixels
     * @param before those who stand before it, the farthest first
     */
    public int[] nearest(Rectangle2D area, List<Stance> before) {
        int[] nearest = new int[side * side];
        Arrays.fill(nearest, NOBODY);
        for (int index = 0; index < before.size(); index++) {
            if (people.extent(before.get(index)).intersects(area)) {
                drawAlone(area, before.get(index));
                for (int cell = 0; cell < nearest.length; cell++) {
                    if (mask.getRaster().getSample(cell % side, cell / side, ALPHA) >= HALF_COVERED) {
                        nearest[cell] = index;
                    }
                }
            }
        }
        return nearest;
    }

    private void drawAlone(Rectangle2D area, Stance stance) {
        Graphics2D canvas = Canvas.of(mask);
        canvas.setBackground(new Color(0, true));
        canvas.clearRect(0, 0, side, side);
        canvas.scale(side / area.getWidth(), side / area.getHeight());
        canvas.translate(-area.getX(), -area.getY());
        people.silhouette(canvas, stance);
        canvas.dispose();
    }
}
