package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Stance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws people where they stand in the picture, on canvases in pixels of the picture. */
final class PersonPainter {

    /** Room around a face for hair and hats, in face widths. */
    private static final double AROUND = 1.35;

    private static final double BELOW = 1.45;
    private static final double ABOVE = 1.75;

    /** Room for arms, legs and the shadow, in widths of the shoulders to either side. */
    private static final double REACH = 1.8;

    private final Lens lens;
    private final Door door;
    private final HeadPainter heads;
    private BufferedImage layer = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB_PRE);

    /**
     * @param door in the back wall, or null
     */
    PersonPainter(Lens lens, Door door, HeadPainter heads) {
        this.lens = lens;
        this.door = door;
        this.heads = heads;
    }

    /** The whole person, unless the wall is before them. */
    void paint(Graphics2D canvas, Stance stance) {
        if (beyondSight(stance)) {
            return;
        }
        Shape before = canvas.getClip();
        if (door != null && stance.z() > Lens.WALL) {
            canvas.setClip(opening());
        }
        body(canvas, stance);
        headOnOwnLayer(canvas, stance);
        canvas.setClip(before);
    }

    /** The whole person on a transparent canvas on which nobody else is, where the shape alone matters. */
    void silhouette(Graphics2D canvas, Stance stance) {
        AffineTransform whole = canvas.getTransform();
        body(canvas, stance);
        toHead(canvas, stance);
        heads.outline(canvas, stance.person().appearance(), stance.head());
        canvas.setTransform(whole);
    }

    /** All that a person may cover, in pixels. */
    Rectangle2D extent(Stance stance) {
        Appearance person = stance.person().appearance();
        double scale = lens.scale(stance.z());
        double half = Math.max(AROUND * person.faceWidth(), REACH * person.shoulder()) * scale;
        double top = headY(stance) - ABOVE * person.faceWidth() * scale;
        double x = lens.pixelX(stance.x(), stance.z());
        return new Rectangle2D.Double(x - half, top, 2 * half, lens.groundY(stance.z()) + 0.1 * scale - top);
    }

    private boolean beyondSight(Stance stance) {
        return door != null && stance.z() > Lens.WALL && Math.abs(stance.x() - door.x()) > door.half() + 0.5;
    }

    private void body(Graphics2D canvas, Stance stance) {
        AffineTransform whole = canvas.getTransform();
        Appearance person = stance.person().appearance();
        toHead(canvas, stance);
        heads.behind(canvas, person, stance.head());
        canvas.setTransform(whole);
        double scale = lens.scale(stance.z());
        canvas.translate(lens.pixelX(stance.x(), stance.z()), lens.groundY(stance.z()));
        canvas.scale(scale, scale);
        new BodyPainter(canvas, person).paint(stance.stride(), stance.head().turn() > Math.PI / 2);
        canvas.setTransform(whole);
    }

    private void headOnOwnLayer(Graphics2D canvas, Stance stance) {
        double width = stance.person().appearance().faceWidth() * lens.scale(stance.z());
        int left = (int) Math.floor(lens.pixelX(stance.x(), stance.z()) - AROUND * width);
        int top = (int) Math.floor(headY(stance) - ABOVE * width);
        int w = (int) Math.ceil(2 * AROUND * width) + 2;
        int h = (int) Math.ceil((ABOVE + BELOW) * width) + 2;
        if (layer.getWidth() < w || layer.getHeight() < h) {
            layer = new BufferedImage(w + w / 4, h + h / 4, BufferedImage.TYPE_INT_ARGB_PRE);
        }
        Graphics2D own = Canvas.of(layer);
        own.setBackground(new Color(0, true));
        own.clearRect(0, 0, w, h);
        own.setClip(0, 0, w, h);
        own.translate(-left, -top);
        toHead(own, stance);
        heads.head(own, stance.person().appearance(), stance.head());
        own.dispose();
        canvas.drawImage(layer, left, top, left + w, top + h, 0, 0, w, h, null);
    }

    /** To the middle of the face, 1 being its width. */
    private void toHead(Graphics2D canvas, Stance stance) {
        double width = stance.person().appearance().faceWidth() * lens.scale(stance.z());
        canvas.translate(lens.pixelX(stance.x(), stance.z()), headY(stance));
        canvas.scale(width, width);
    }

    private double headY(Stance stance) {
        return lens.groundY(stance.z()) - stance.person().appearance().faceHeight() * lens.scale(stance.z());
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
}
