package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.oval;
import static io.crowdlake.scene.paint.Paths.polygon;

import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Tones;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Draws a place in perspective: what all places have in common. */
abstract class PlacePainter {

    final Graphics2D canvas;
    final Lens lens;
    final Door door;
    final RandomGenerator random;

    PlacePainter(Graphics2D canvas, Lens lens, Door door, RandomGenerator random) {
        this.canvas = canvas;
        this.lens = lens;
        this.door = door;
        this.random = random;
    }

    static PlacePainter of(Place place, Graphics2D canvas, Lens lens, Door door, RandomGenerator random) {
        return switch (place) {
            case SHOP -> new ShopPainter(canvas, lens, door, random);
            case MUSEUM -> new MuseumPainter(canvas, lens, door, random);
            case STREET -> new StreetPainter(canvas, lens, random);
            case PARK -> new ParkPainter(canvas, lens, random);
        };
    }

    abstract void paint();

    void fill(Shape shape, Color color) {
        canvas.setPaint(color);
        canvas.fill(shape);
    }

    void line(Shape shape, double width, Color color) {
        canvas.setPaint(color);
        canvas.setStroke(new BasicStroke((float) width));
        canvas.draw(shape);
    }

    /** A band over the whole width that goes from one colour to another. */
    void band(double top, double bottom, Color from, Color to) {
        canvas.setPaint(new GradientPaint(0, (float) top, from, 0, (float) bottom, to));
        canvas.fill(new Rectangle2D.Double(0, top, lens.width(), bottom - top));
    }

    /** An upright rectangle at a distance: its foot stands so high above the ground; all in metres. */
    Rectangle2D upright(double x, double z, double foot, double width, double height) {
        double scale = lens.scale(z);
        return new Rectangle2D.Double(
                lens.pixelX(x - width / 2, z),
                lens.groundY(z) - (foot + height) * scale,
                width * scale,
                height * scale);
    }

    /** Ground from a distance up to the camera, with tiles or planks of the given size in metres (0: none). */
    void ground(double from, Color far, Color near, double tile) {
        double top = lens.groundY(from);
        band(top, lens.height(), far, near);
        if (tile == 0) {
            return;
        }
        Color joint = Tones.clear(Color.BLACK, 0.13);
        for (double z = from; z > 0.8; z -= tile) {
            line(new Line2D.Double(0, lens.groundY(z), lens.width(), lens.groundY(z)), 1, joint);
        }
        double reach = lens.halfView(from) * 1.2;
        double z = 0.9;
        for (double x = -Math.ceil(reach / tile) * tile; x <= reach; x += tile) {
            line(new Line2D.Double(lens.pixelX(x, from), top, lens.pixelX(x, z), lens.groundY(z)), 1, joint);
        }
    }

    /** The back wall's door: a frame and a darker room beyond. */
    void doorway(Color frame, Color beyond) {
        double scale = lens.scale(Lens.WALL);
        Rectangle2D opening = upright(door.x(), Lens.WALL, 0, 2 * door.half(), door.height());
        double edge = 0.09 * scale;
        fill(
                new Rectangle2D.Double(
                        opening.getX() - edge,
                        opening.getY() - edge,
                        opening.getWidth() + 2 * edge,
                        opening.getHeight() + edge),
                frame);
        canvas.setPaint(new GradientPaint(
                0, (float) opening.getY(), Tones.darker(beyond, 0.35), 0, (float) opening.getMaxY(), beyond));
        canvas.fill(opening);
    }

    /** Something leafy: a heap of overlapping discs. */
    void leaves(double x, double y, double radius, Color color) {
        for (int i = 0; i < 16; i++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double far = radius * 0.75 * Math.sqrt(random.nextDouble());
            double size = radius * (0.28 + 0.25 * random.nextDouble());
            fill(
                    oval(x + Math.cos(angle) * far, y + Math.sin(angle) * far * 0.85, size, size * 0.9),
                    Tones.jitter(color, 22, random));
        }
    }

    void lamp(double x, double y, double width) {
        fill(
                polygon(x - width, y, x + width, y, x + width * 0.6, y - width * 0.5, x - width * 0.6, y - width * 0.5),
                new Color(0x3A3A3C));
        canvas.setPaint(new GradientPaint(
                0, (float) y, new Color(255, 246, 214, 110), 0, (float) (y + width * 7), new Color(255, 246, 214, 0)));
        canvas.fill(polygon(x - width, y, x + width, y, x + width * 3, y + width * 7, x - width * 3, y + width * 7));
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    Color pick(int... colors) {
        return Tones.jitter(new Color(colors[random.nextInt(colors.length)]), 12, random);
    }
}
