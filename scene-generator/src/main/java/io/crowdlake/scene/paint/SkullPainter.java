package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.FaceShape;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Skin: skull, jaw, ears and the soft shading on them. */
final class SkullPainter {

    private SkullPainter() {}

    /** The head without hair and ears, from the crown to the chin. */
    static Path2D outline(HeadView head) {
        FaceShape shape = head.shape;
        double jaw = shape.jaw();
        double chin = shape.chin();
        double shift = 0.10 * Math.sin(head.yaw());
        double round = 0.16 + 0.05 * head.who.childness() - (head.who.female() ? 0.03 : 0);
        Path2D path = new Path2D.Double();
        path.moveTo(-0.5, -0.12);
        path.curveTo(-0.5, 0.12, -jaw - 0.06 + shift * 0.4, chin * 0.50, -jaw + shift * 0.6, chin * 0.70);
        path.curveTo(-jaw + 0.05 + shift, chin * 0.86, -round + shift, chin, shift, chin);
        path.curveTo(round + shift, chin, jaw - 0.05 + shift, chin * 0.86, jaw + shift * 0.6, chin * 0.70);
        path.curveTo(jaw + 0.06 + shift * 0.4, chin * 0.50, 0.5, 0.12, 0.5, -0.12);
        path.curveTo(0.52, -0.62, 0.36, shape.crown(), 0, shape.crown());
        path.curveTo(-0.36, shape.crown(), -0.52, -0.62, -0.5, -0.12);
        path.closePath();
        return path;
    }

    static void ears(HeadView head) {
        double size = 0.115 + 0.02 * head.who.ageing();
        double y = head.y(head.shape.eyeY() + 0.10);
        for (int side = -1; side <= 1; side += 2) {
            double angle = side * Math.PI / 2 + head.yaw();
            if (Math.abs(angle) > Math.PI / 2 + 0.25 && Math.abs(head.yaw()) < 1.6) {
                ear(head, side * Math.abs(0.5 * Math.sin(angle)), y, side, size);
            } else if (Math.abs(head.yaw()) < 0.3) {
                ear(head, side * 0.505, y, side, size);
            }
        }
    }

    private static void ear(HeadView head, double x, double y, int side, double size) {
        // drawn beneath the skull, so what lies on top comes first
        head.line(
                curve(x + side * 0.02, y - size * 0.6, x + side * 0.055, y, x - side * 0.005, y + size * 0.6),
                0.016,
                Tones.shade(head.skin, 0.34));
        head.fill(oval(x, y, size * 0.55, size), Tones.shade(head.skin, 0.10));
    }

    /** Soft shadows and lights on the skin. */
    static void shading(HeadView head) {
        Color dark = Tones.shade(head.skin, 0.55);
        Color light = Tones.lighter(head.skin, 0.5);
        double middle = 0.16 * Math.sin(head.yaw());
        head.glow(-0.52, 0.1, 0.24, 0.75, dark, 0.34);
        head.glow(0.52, 0.1, 0.24, 0.75, dark, 0.34);
        head.glow(middle * 0.6, head.shape.chin() + 0.06, 0.42, 0.22, dark, 0.30);
        head.glow(middle, head.y(head.shape.eyeY() - 0.30), 0.34, 0.22, light, 0.30);
        double blush = 0.16
                + 0.14 * head.who.childness()
                + 0.12 * head.person.expression().cheeks();
        Color rose = Tones.mix(head.skin, new Color(0xC8372F), 0.55);
        for (int side = -1; side <= 1; side += 2) {
            double narrow = head.narrow(side * 0.62);
            double x = head.x(side * 0.62);
            double y = head.y((head.shape.eyeY() + head.shape.mouthY()) / 2 + 0.03);
            head.glow(x, y, 0.15 * narrow + 0.01, 0.12, rose, blush);
            head.glow(x, y - 0.07, 0.11 * narrow + 0.01, 0.06, light, 0.22);
            if (!head.who.female() && head.who.grownUp()) {
                head.glow(x * 1.05, y + 0.17, 0.12 * narrow + 0.01, 0.16, dark, 0.16);
            }
        }
    }
}
