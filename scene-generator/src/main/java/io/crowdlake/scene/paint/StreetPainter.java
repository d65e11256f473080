package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A pedestrian street: house fronts with windows, shops and awnings, a paved ground. */
final class StreetPainter extends PlacePainter {

    private static final double FRONT = 9.5;

    StreetPainter(Graphics2D canvas, Lens lens, RandomGenerator random) {
        super(canvas, lens, null, random);
    }

    @Override
    void paint() {
        double floor = lens.groundY(FRONT);
        band(0, floor, pick(0x9DBDD6, 0xC7CDD2, 0xAFC6D8), new Color(0xE9EEF0));
        Color paving = pick(0xA39B90, 0x9A9C9E, 0xB3A48F);
        double reach = lens.halfView(FRONT);
        double x = -reach - between(0, 1);
        while (x < reach) {
            double width = between(2.4, 3.8);
            house(x + width / 2, width);
            x += width;
        }
        ground(FRONT, Tones.darker(paving, 0.2), Tones.lighter(paving, 0.08), 0.8);
        fill(upright(0, FRONT, -0.04, 3 * reach, 0.12), Tones.darker(paving, 0.4));
    }

    private void house(double x, double width) {
        Color wall = pick(0xB5785A, 0xD8C6A4, 0xA9A49C, 0xC98F6B, 0x8E9AA3, 0xD9B7A0);
        double scale = lens.scale(FRONT);
        Rectangle2D front = upright(x, FRONT, 0, width, 6.5);
        canvas.setPaint(
                new GradientPaint((float) front.getX(), 0, wall, (float) front.getMaxX(), 0, Tones.darker(wall, 0.14)));
        canvas.fill(front);
        line(new Line2D.Double(front.getMaxX(), 0, front.getMaxX(), front.getMaxY()), 2, Tones.darker(wall, 0.4));
        for (double wx = x - width / 2 + 0.55; wx < x + width / 2 - 0.3; wx += 1.05) {
            window(wx, 2.75, 0.62, 1.0, wall);
            window(wx, 4.3, 0.62, 1.0, wall);
        }
        if (random.nextDouble() < 0.6) {
            Rectangle2D glass = upright(x - 0.25, FRONT, 0.5, width * 0.55, 1.45);
            canvas.setPaint(new GradientPaint(
                    (float) glass.getX(),
                    (float) glass.getY(),
                    new Color(0x3E5560),
                    (float) glass.getMaxX(),
                    (float) glass.getMaxY(),
                    new Color(0x9DB3BC)));
            canvas.fill(glass);
            line(glass, 2, Tones.darker(wall, 0.5));
            Color awning = pick(0xA23B36, 0x2F6B4F, 0x2F4F7A, 0xC98A2E);
            Rectangle2D cloth = upright(x - 0.25, FRONT, 2.0, width * 0.62, 0.32);
            for (int i = 0; i < 8; i++) {
                double w = cloth.getWidth() / 8;
                fill(
                        new Rectangle2D.Double(cloth.getX() + i * w, cloth.getY(), w, cloth.getHeight()),
                        i % 2 == 0 ? awning : new Color(0xEFEAE0));
            }
        } else {
            window(x - width * 0.25, 0.8, 0.8, 1.2, wall);
        }
        Color wood = pick(0x4D3B2E, 0x2E4A44, 0x6B2E2A);
        Rectangle2D door = upright(x + width * 0.33, FRONT, 0, 0.75, 1.95);
        fill(door, wood);
        line(door, Math.max(1, 0.04 * scale), Tones.lighter(wood, 0.35));
    }

    private void window(double x, double foot, double width, double height, Color wall) {
        Rectangle2D pane = upright(x, FRONT, foot, width, height);
        canvas.setPaint(new GradientPaint(
                (float) pane.getX(),
                (float) pane.getY(),
                new Color(0xA8C0CC),
                (float) pane.getMaxX(),
                (float) pane.getMaxY(),
                new Color(0x4A5F6B)));
        canvas.fill(pane);
        line(pane, 2, Tones.lighter(wall, 0.5));
        line(
                new Line2D.Double(pane.getCenterX(), pane.getY(), pane.getCenterX(), pane.getMaxY()),
                1.5,
                Tones.lighter(wall, 0.5));
    }
}
