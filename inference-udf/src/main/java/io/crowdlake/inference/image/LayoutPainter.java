package io.crowdlake.inference.image;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Zone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.util.List;

/** Draws a camera's lines, each with an arrow to where one comes in, and its zones. */
final class LayoutPainter {

    private static final Color LINE = new Color(0xff, 0x4d, 0x6d);
    private static final Color ZONE = new Color(0x7c, 0xe5, 0x7c);
    private static final Color BEHIND = new Color(0x14, 0x14, 0x14);

    /** Length of an arrow, and of its head, in dots. */
    private static final int ARROW = 14;

    private static final int HEAD = 5;

    private final Graphics2D graphics;
    private final int width;
    private final int height;
    private final int dot;

    /**
     * @param width of the picture, pixels
     * @param height of the picture, pixels
     * @param dot thickness of what is drawn, pixels
     */
    LayoutPainter(Graphics2D graphics, int width, int height, int dot) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        this.dot = dot;
    }

    void paint(CameraLayout layout) {
        graphics.setStroke(new BasicStroke(dot));
        layout.zones().forEach(this::paint);
        layout.lines().forEach(this::paint);
    }

    private void paint(Zone zone) {
        Polygon outline = new Polygon();
        zone.corners().forEach(corner -> outline.addPoint(x(corner), y(corner)));
        graphics.setColor(ZONE);
        graphics.draw(outline);
        name(zone.name(), zone.corners());
    }

    private void paint(CountingLine line) {
        graphics.setColor(LINE);
        graphics.drawLine(x(line.from()), y(line.from()), x(line.to()), y(line.to()));
        double alongX = x(line.to()) - x(line.from());
        double alongY = y(line.to()) - y(line.from());
        double length = Math.max(1, Math.hypot(alongX, alongY));
        // Square to the line in the picture, on the side to which the direction inwards leads.
        double side = line.leadsIn(-alongY, alongX) ? 1 : -1;
        double acrossX = -alongY / length * side;
        double acrossY = alongX / length * side;
        int middleX = (x(line.from()) + x(line.to())) / 2;
        int middleY = (y(line.from()) + y(line.to())) / 2;
        int tipX = (int) (middleX + ARROW * dot * acrossX);
        int tipY = (int) (middleY + ARROW * dot * acrossY);
        graphics.drawLine(middleX, middleY, tipX, tipY);
        for (int hand : new int[] {-1, 1}) {
            graphics.drawLine(tipX, tipY, (int) (tipX - HEAD * dot * (acrossX + hand * acrossY)), (int)
                    (tipY - HEAD * dot * (acrossY - hand * acrossX)));
        }
        name(line.name(), List.of(line.from()));
    }

    /** At the topmost of some points, within the picture, in the current colour. */
    private void name(String name, List<Point> points) {
        Color colour = graphics.getColor();
        Point top = points.stream()
                .min((one, other) -> Double.compare(one.y(), other.y()))
                .orElseThrow();
        int labelWidth = PixelFont.width(name, dot) + 2 * dot;
        int labelHeight = PixelFont.HEIGHT * dot + 2 * dot;
        int left = Math.max(0, Math.min(width - labelWidth, x(top)));
        int upper = Math.max(0, Math.min(height - labelHeight, y(top)));
        graphics.setColor(BEHIND);
        graphics.fillRect(left, upper, labelWidth, labelHeight);
        graphics.setColor(colour);
        PixelFont.draw(graphics, name, left + dot, upper + dot, dot);
    }

    private int x(Point point) {
        return (int) Math.round(point.x() * (width - 1));
    }

    private int y(Point point) {
        return (int) Math.round(point.y() * (height - 1));
    }
}
