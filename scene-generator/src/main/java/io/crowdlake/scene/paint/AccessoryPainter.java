package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Glasses and what is worn on the head. */
final class AccessoryPainter {

    private AccessoryPainter() {}

    static void glasses(HeadView head) {
        int kind = head.person.glasses();
        if (kind == 0) {
            return;
        }
        Color frame = kind == 1 ? new Color(0x2A2420) : new Color(0x51433A);
        double eye = head.shape.eyeAngle();
        double half = head.shape.eyeSize() * 1.45;
        for (int side = -1; side <= 1; side += 2) {
            head.at(side * eye, head.shape.eyeY() + 0.01, () -> {
                Shape lens = kind == 1
                        ? oval(0, 0, half, half * 0.92)
                        : new RoundRectangle2D.Double(-half, -half * 0.75, 2 * half, half * 1.5, 0.06, 0.06);
                head.fill(lens, Tones.clear(Color.WHITE, 0.10));
                head.line(lens, 0.022, frame);
            });
            double outer = head.x(side * (eye + 0.36));
            head.line(
                    curve(
                            outer,
                            head.y(head.shape.eyeY()),
                            (outer + side * 0.5) / 2,
                            head.y(head.shape.eyeY()) - 0.02,
                            head.x(side * 1.5),
                            head.y(head.shape.eyeY())),
                    0.020,
                    frame);
        }
        double y = head.y(head.shape.eyeY());
        head.line(curve(head.x(-eye + 0.30), y, head.x(0), y - 0.04, head.x(eye - 0.30), y), 0.020, frame);
    }

    static void headwear(HeadView head) {
        Color color = head.person.headwearColor();
        double top = head.y(head.shape.top());
        double crown = head.shape.crown() - 0.06;
        switch (head.person.headwear()) {
            case NONE -> {}
            case CAP -> {
                dome(head, top + 0.10, crown, 0.55, color);
                double lean = 0.5 * Math.sin(head.yaw());
                Path2D peak = new Path2D.Double();
                peak.moveTo(lean - 0.44, top + 0.08);
                peak.quadTo(lean * 1.5, top - 0.02, lean + 0.44, top + 0.08);
                peak.quadTo(lean * 1.7, top + 0.30, lean - 0.44, top + 0.08);
                if (Math.abs(head.yaw()) < 1.6) {
                    head.fill(peak, Tones.darker(color, 0.3));
                }
            }
            case BEANIE -> {
                dome(head, top + 0.10, crown - 0.06, 0.56, color);
                head.fill(
                        new RoundRectangle2D.Double(-0.57, top - 0.02, 1.14, 0.15, 0.12, 0.12),
                        Tones.darker(color, 0.22));
            }
            case BRIM -> {
                dome(head, top + 0.02, crown - 0.08, 0.50, color);
                head.fill(oval(0, top + 0.02, 0.82, 0.10), Tones.darker(color, 0.18));
                head.fill(new Rectangle2D.Double(-0.50, top - 0.12, 1.0, 0.08), Tones.darker(color, 0.5));
            }
            case SCARF -> scarf(head, color);
        }
    }

    private static void dome(HeadView head, double base, double crown, double half, Color color) {
        Path2D path = new Path2D.Double();
        path.moveTo(-half, base);
        path.curveTo(-half, crown, -half * 0.55, crown - 0.04, 0, crown - 0.04);
        path.curveTo(half * 0.55, crown - 0.04, half, crown, half, base);
        path.quadTo(0, base - 0.05, -half, base);
        head.fill(path, color);
        head.glow(-0.15, crown + 0.15, 0.3, 0.2, Color.WHITE, 0.16);
        head.line(curve(0, crown - 0.04, 0.02, crown + 0.2, 0.02, base), 0.010, Tones.clear(Color.BLACK, 0.25));
    }

    /** A headscarf around the whole face. */
    private static void scarf(HeadView head, Color color) {
        double top = head.y(head.shape.top()) + 0.05;
        Path2D outside = new Path2D.Double();
        double crown = head.shape.crown() - 0.08;
        outside.moveTo(0, crown);
        outside.curveTo(-0.5, crown, -0.62, -0.5, -0.60, 0.1);
        outside.curveTo(-0.60, 0.5, -0.62, 0.8, -0.72, 1.05);
        outside.quadTo(0, 1.25, 0.72, 1.05);
        outside.curveTo(0.62, 0.8, 0.60, 0.5, 0.60, 0.1);
        outside.curveTo(0.62, -0.5, 0.5, crown, 0, crown);
        Path2D cloth = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        cloth.append(outside, false);
        if (Math.abs(head.yaw()) < 1.6) {
            Path2D face = new Path2D.Double();
            double chin = head.shape.chin() + 0.01;
            double lean = 0.1 * Math.sin(head.yaw());
            face.moveTo(head.x(0), top);
            face.curveTo(head.x(-0.8), top, head.x(-1.25), -0.4, head.x(-1.3), 0);
            face.curveTo(head.x(-1.3), chin * 0.7, -0.28 + lean, chin, lean, chin);
            face.curveTo(0.28 + lean, chin, head.x(1.3), chin * 0.7, head.x(1.3), 0);
            face.curveTo(head.x(1.25), -0.4, head.x(0.8), top, head.x(0), top);
            cloth.append(face, false);
        }
        head.fill(cloth, color);
        head.line(curve(-0.55, 0.4, -0.2, 0.95, 0.35, 1.05), 0.02, Tones.clear(Color.BLACK, 0.22));
        head.line(curve(0.56, 0.3, 0.3, 0.8, -0.2, 0.95), 0.02, Tones.clear(Color.BLACK, 0.18));
        head.glow(-0.2, crown + 0.12, 0.3, 0.14, Color.WHITE, 0.18);
    }
}
