package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Stance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Draws a scene's frames: the place once, people anew each time, from the farthest to the nearest. */
public final class ScenePainter {

    /** Room around a face for hair and hats, in face widths. */
    private static final double AROUND = 1.35;

    private static final double BELOW = 1.45;
    private static final double ABOVE = 1.75;

    private final Lens lens;
    private final Door door;
    private final BufferedImage place;
    private final BufferedImage frame;
    private final BufferedImage print;
    private final HeadPainter heads;
    private final Film film;
    private BufferedImage layer = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB_PRE);

    /**
     * @param door in the back wall, or null
     */
    public ScenePainter(Place where, Lens lens, Door door, long seed) {
        this.lens = lens;
        this.door = door;
        SplittableRandom random = new SplittableRandom(seed * 31 + 3);
        this.place = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_INT_RGB);
        this.frame = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_INT_RGB);
        this.print = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_3BYTE_BGR);
        this.heads = new HeadPainter((random.nextDouble() * 2 - 1) * random.nextDouble() * 1.1);
        this.film = new Film(random);
        Graphics2D canvas = canvas(place);
        PlacePainter.of(where, canvas, lens, door, random).paint();
        canvas.dispose();
    }

    /** The frame with these people; the image is drawn over by the next call. */
    public BufferedImage paint(List<Stance> farthestFirst, long index) {
        Graphics2D canvas = canvas(frame);
        canvas.drawImage(place, 0, 0, null);
        for (Stance stance : farthestFirst) {
            if (door == null || !beyondSight(stance)) {
                person(canvas, stance);
            }
        }
        canvas.dispose();
        film.develop(frame, index, print);
        return print;
    }

    private boolean beyondSight(Stance stance) {
        return stance.z() > Lens.WALL && Math.abs(stance.x() - door.x()) > door.half() + 0.5;
    }

    private void person(Graphics2D canvas, Stance stance) {
        AffineTransform whole = canvas.getTransform();
        Shape before = canvas.getClip();
        double scale = lens.scale(stance.z());
        double x = lens.pixelX(stance.x(), stance.z());
        double ground = lens.groundY(stance.z());
        var person = stance.person().appearance();
        double width = person.faceWidth() * scale;
        double y = ground - person.faceHeight() * scale;
        if (door != null && stance.z() > Lens.WALL) {
            canvas.setClip(opening());
        }
        boolean away = stance.head().turn() > Math.PI / 2;
        canvas.translate(x, y);
        canvas.scale(width, width);
        heads.behind(canvas, person, stance.head());
        canvas.setTransform(whole);
        canvas.translate(x, ground);
        canvas.scale(scale, scale);
        new BodyPainter(canvas, person).paint(stance.stride(), away);
        canvas.setTransform(whole);
        head(canvas, stance, x, y, width);
        canvas.setClip(before);
    }

    private void head(Graphics2D canvas, Stance stance, double x, double y, double width) {
        int left = (int) Math.floor(x - AROUND * width);
        int top = (int) Math.floor(y - ABOVE * width);
        int w = (int) Math.ceil(2 * AROUND * width) + 2;
        int h = (int) Math.ceil((ABOVE + BELOW) * width) + 2;
        if (layer.getWidth() < w || layer.getHeight() < h) {
            layer = new BufferedImage(w + w / 4, h + h / 4, BufferedImage.TYPE_INT_ARGB_PRE);
        }
        Graphics2D own = canvas(layer);
        own.setBackground(new Color(0, true));
        own.clearRect(0, 0, w, h);
        own.setClip(0, 0, w, h);
        own.translate(x - left, y - top);
        own.scale(width, width);
        heads.head(own, stance.person().appearance(), stance.head());
        own.dispose();
        canvas.drawImage(layer, left, top, left + w, top + h, 0, 0, w, h, null);
    }

    private Shape opening() {
        double scale = lens.scale(Lens.WALL);
        double ground = lens.groundY(Lens.WALL);
        return new Rectangle2D.Double(
                lens.pixelX(door.x() - door.half(), Lens.WALL),
                ground - door.height() * scale,
                2 * door.half() * scale,
                door.height() * scale);
    }

    private static Graphics2D canvas(BufferedImage image) {
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return canvas;
    }
}
