package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.oval;
import static io.crowdlake.scene.paint.Paths.polygon;

import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A park: sky, trees, a lawn and a path that comes towards the camera. */
final class ParkPainter extends PlacePainter {

    private static final double EDGE = 22;

    ParkPainter(Graphics2D canvas, Lens lens, RandomGenerator random) {
        super(canvas, lens, null, random);
    }

    @Override
    void paint() {
        double meadow = lens.groundY(EDGE);
        band(0, meadow, pick(0x8FBEE0, 0xB9CBD9, 0x9CC3DC), new Color(0xEAF1F0));
        for (int i = 0; i < 4; i++) {
            double x = between(0, lens.width());
            double y = between(0.03, 0.14) * lens.height();
            for (int puff = 0; puff < 4; puff++) {
                fill(oval(x + puff * 16, y + (puff % 2) * 4, 20, 8), Tones.clear(Color.WHITE, 0.5));
            }
        }
        Color green = pick(0x7C9A55, 0x6B8B4E, 0x8CA35E);
        for (double x = -20; x < lens.width() + 40; x += 34) {
            leaves(x, meadow - between(12, 40), 34, Tones.mix(green, new Color(0x8FA9A0), 0.5));
        }
        ground(EDGE, Tones.darker(green, 0.12), Tones.lighter(green, 0.08), 0);
        double lean = between(-1.5, 1.5);
        Color gravel = pick(0xCBB994, 0xBDB5A6, 0xD3C3A0);
        fill(
                polygon(
                        lens.pixelX(lean - 0.8, EDGE),
                        meadow,
                        lens.pixelX(lean + 0.8, EDGE),
                        meadow,
                        lens.pixelX(1.1, 1.2),
                        lens.groundY(1.2),
                        lens.pixelX(-1.1, 1.2),
                        lens.groundY(1.2)),
                gravel);
        for (int i = 0; i < 300; i++) {
            double y = meadow + (lens.height() - meadow) * Math.sqrt(random.nextDouble());
            double x = between(0, lens.width());
            double size = 1 + 3 * (y - meadow) / (lens.height() - meadow);
            fill(
                    polygon(x, y, x + size * 0.3, y - size * 1.6, x + size * 0.7, y),
                    Tones.clear(Tones.darker(green, 0.35), 0.5));
        }
        for (int i = 0; i < 5; i++) {
            double z = 17 - 1.7 * i;
            double x = (i % 2 == 0 ? -1 : 1) * lens.halfView(z) * between(0.35, 1.0);
            tree(x, z, Tones.darker(green, between(0, 0.25)));
        }
        bench(lean > 0 ? -lens.halfView(9) * 0.6 : lens.halfView(9) * 0.6, 9);
    }

    private void tree(double x, double z, Color green) {
        Rectangle2D trunk = upright(x, z, 0, 0.34, 2.6);
        fill(
                oval(trunk.getCenterX(), trunk.getMaxY(), trunk.getWidth() * 2.2, trunk.getWidth() * 0.35),
                Tones.clear(Color.BLACK, 0.18));
        fill(trunk, pick(0x6A4F38, 0x5A4634));
        double radius = 1.35 * lens.scale(z);
        leaves(trunk.getCenterX(), trunk.getY() - radius * 0.25, radius, green);
        leaves(
                trunk.getCenterX() - radius * 0.2,
                trunk.getY() - radius * 0.5,
                radius * 0.6,
                Tones.lighter(green, 0.15));
    }

    private void bench(double x, double z) {
        Color wood = pick(0x7A4F2E, 0x5E6B4A);
        fill(upright(x - 0.6, z, 0, 0.07, 0.45), new Color(0x33363A));
        fill(upright(x + 0.6, z, 0, 0.07, 0.45), new Color(0x33363A));
        for (int i = 0; i < 3; i++) {
            fill(upright(x, z, 0.42 + 0.15 * i, 1.5, 0.09), Tones.lighter(wood, 0.05 * i));
        }
    }
}
