package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.random.RandomGenerator;

/** A shop: shelves full of goods along the back wall, lamps above, a tiled floor. */
final class ShopPainter extends PlacePainter {

    ShopPainter(Graphics2D canvas, Lens lens, Door door, RandomGenerator random) {
        super(canvas, lens, door, random);
    }

    @Override
    void paint() {
        Color wall = pick(0xE8DFD0, 0xD9E2E4, 0xE3DCE6, 0xF0E6D2, 0xC9D3C4);
        double floor = lens.groundY(Lens.WALL);
        band(0, floor, Tones.darker(wall, 0.12), wall);
        Color tiles = pick(0xB9AFA3, 0xA8A9AB, 0xC8B89C, 0x8E7E6C);
        ground(Lens.WALL, Tones.darker(tiles, 0.15), Tones.lighter(tiles, 0.12), 0.6);
        fill(new Rectangle2D.Double(0, floor - 6, lens.width(), 6), Tones.darker(wall, 0.35));
        double reach = lens.halfView(Lens.WALL);
        for (double x = -reach; x < reach; x += 1.55) {
            if (Math.abs(x + 0.75 - door.x()) > door.half() + 0.85) {
                shelf(x + 0.75, 1.4);
            }
        }
        doorway(new Color(0x6A5442), new Color(0x4A4A4E));
        sign();
        for (double x = -reach * 0.7; x <= reach; x += reach * 0.7) {
            lamp(lens.pixelX(x, Lens.WALL), lens.height() * 0.05, lens.width() * 0.022);
        }
    }

    private void shelf(double x, double width) {
        Color wood = pick(0x8A6B4C, 0x6E5A48, 0xB9B2A6, 0x54504C);
        Rectangle2D body = upright(x, Lens.WALL, 0, width, 2.0);
        fill(body, Tones.darker(wood, 0.45));
        for (int level = 0; level < 5; level++) {
            Rectangle2D board = upright(x, Lens.WALL, 0.05 + 0.4 * level, width, 0.05);
            double at = x - width / 2 + 0.05;
            Color row = pick(0xB94A48, 0x3F7CAC, 0xE2B33C, 0x5D8A4A, 0x8B5E8C, 0xD9D2C0, 0xC96F3B);
            while (at < x + width / 2 - 0.12) {
                double thing = between(0.07, 0.16);
                double tall = between(0.16, 0.30);
                Rectangle2D box = upright(at + thing / 2, Lens.WALL, 0.10 + 0.4 * level, thing * 0.9, tall);
                if (random.nextDouble() < 0.3) {
                    fill(
                            new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 5, 8),
                            Tones.jitter(row, 40, random));
                } else {
                    fill(box, Tones.jitter(row, 40, random));
                }
                at += thing + between(0, 0.05);
            }
            fill(board, wood);
        }
        fill(upright(x - width / 2, Lens.WALL, 0, 0.05, 2.05), Tones.darker(wood, 0.1));
        fill(upright(x + width / 2, Lens.WALL, 0, 0.05, 2.05), Tones.darker(wood, 0.1));
    }

    private void sign() {
        double x = door.x();
        Color color = pick(0x2F6B57, 0x9A3B3B, 0x34507A);
        Rectangle2D board = upright(x, Lens.WALL, door.height() + 0.14, 1.3, 0.30);
        fill(board, color);
        for (int i = 0; i < 6; i++) {
            double cx = board.getX() + board.getWidth() * (0.15 + 0.14 * i);
            fill(
                    oval(cx, board.getCenterY(), board.getHeight() * 0.16, board.getHeight() * 0.24),
                    Tones.lighter(color, 0.75));
        }
    }
}
