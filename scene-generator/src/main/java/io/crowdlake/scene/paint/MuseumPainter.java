package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.oval;
import static io.crowdlake.scene.paint.Paths.polygon;

import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A gallery: framed landscapes and abstracts on a coloured wall, a wooden floor, a vase on a plinth. */
final class MuseumPainter extends PlacePainter {

    MuseumPainter(Graphics2D canvas, Lens lens, Door door, RandomGenerator random) {
        super(canvas, lens, door, random);
    }

    @Override
    void paint() {
        Color wall = pick(0x7C8F86, 0x8C4A45, 0x5E6F8A, 0xC9BFA8, 0x9A8AA0, 0xDDD8CC);
        double floor = lens.groundY(Lens.WALL);
        band(0, floor, Tones.darker(wall, 0.22), Tones.lighter(wall, 0.06));
        Color planks = pick(0xA57C52, 0x8A623E, 0xB99466, 0x6E5844);
        ground(Lens.WALL, Tones.darker(planks, 0.2), Tones.lighter(planks, 0.1), 0.35);
        fill(new Rectangle2D.Double(0, floor - 9, lens.width(), 9), Tones.lighter(wall, 0.45));
        double reach = lens.halfView(Lens.WALL);
        double x = -reach + 0.3;
        while (x < reach) {
            double width = between(0.7, 1.5);
            double middle = x + width / 2;
            if (Math.abs(middle - door.x()) > door.half() + width / 2 + 0.2) {
                picture(upright(middle, Lens.WALL, between(1.0, 1.2), width, between(0.7, 1.15)));
            }
            x += width + between(0.35, 0.6);
        }
        doorway(Tones.lighter(wall, 0.5), new Color(0x5B5148));
        double plinth = door.x() > 0 ? -reach * 0.8 : reach * 0.8;
        plinth(plinth, 6.6);
    }

    private void picture(Rectangle2D place) {
        canvas.setPaint(new GradientPaint(
                (float) place.getX(), 0, new Color(0xB58B3E), (float) place.getMaxX(), 0, new Color(0x7A5A24)));
        canvas.fill(place);
        double edge = Math.max(3, place.getWidth() * 0.06);
        Rectangle2D inner = new Rectangle2D.Double(
                place.getX() + edge, place.getY() + edge, place.getWidth() - 2 * edge, place.getHeight() - 2 * edge);
        if (random.nextBoolean()) {
            landscape(inner);
        } else {
            abstractArt(inner);
        }
    }

    private void landscape(Rectangle2D r) {
        canvas.setPaint(new GradientPaint(
                0, (float) r.getY(), pick(0x86B3D1, 0xE3B27A, 0x9FA9C9), 0, (float) r.getMaxY(), new Color(0xF3E6CC)));
        canvas.fill(r);
        for (int i = 0; i < 3; i++) {
            double top = r.getY() + r.getHeight() * (0.35 + 0.2 * i);
            Color hill = Tones.darker(pick(0x6F8F5B, 0x7B8A66, 0x8C7A56), 0.12 * i);
            fill(
                    polygon(
                            r.getX(),
                            r.getMaxY(),
                            r.getX(),
                            top + between(0, 6),
                            r.getX() + r.getWidth() * between(0.2, 0.45),
                            top - between(2, 10),
                            r.getX() + r.getWidth() * between(0.55, 0.8),
                            top + between(0, 8),
                            r.getMaxX(),
                            top - between(0, 6),
                            r.getMaxX(),
                            r.getMaxY()),
                    hill);
        }
    }

    private void abstractArt(Rectangle2D r) {
        fill(r, pick(0xF1EADB, 0x26323F, 0xD8D0BE));
        for (int i = 0; i < 5; i++) {
            double w = r.getWidth() * between(0.12, 0.4);
            double h = r.getHeight() * between(0.12, 0.45);
            double x = between(r.getX(), r.getMaxX() - w);
            double y = between(r.getY(), r.getMaxY() - h);
            fill(new Rectangle2D.Double(x, y, w, h), pick(0xC4473A, 0xE0B23A, 0x2F5D8A, 0x3B3B3B, 0x7FA287));
        }
    }

    private void plinth(double x, double z) {
        Rectangle2D block = upright(x, z, 0, 0.5, 0.9);
        canvas.setPaint(new GradientPaint(
                (float) block.getX(), 0, new Color(0xEDEAE2), (float) block.getMaxX(), 0, new Color(0xB9B4A8)));
        canvas.fill(block);
        Color glaze = pick(0x3D6A8A, 0x8A4B36, 0x4F7A5C);
        double scale = lens.scale(z);
        double cx = block.getCenterX();
        double y = block.getY();
        fill(oval(cx, y - 0.22 * scale, 0.17 * scale, 0.22 * scale), glaze);
        fill(
                new Rectangle2D.Double(cx - 0.06 * scale, y - 0.52 * scale, 0.12 * scale, 0.16 * scale),
                Tones.darker(glaze, 0.15));
        fill(oval(cx - 0.06 * scale, y - 0.28 * scale, 0.03 * scale, 0.09 * scale), Tones.lighter(glaze, 0.45));
    }
}
