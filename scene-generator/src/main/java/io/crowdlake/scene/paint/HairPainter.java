package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.Hair;
import io.crowdlake.scene.life.HairStyle;
import io.crowdlake.scene.life.Headwear;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;

/** Hair in two layers: what hangs behind the neck, and the cap over the skull. */
final class HairPainter {

    private HairPainter() {}

    /** Drawn before neck and body. */
    static void behind(HeadView head) {
        Hair hair = head.person.hair();
        if (head.person.headwear() == Headwear.SCARF) {
            return;
        }
        double v = 0.5 + hair.volume();
        double crown = head.shape.crown() - hair.volume();
        switch (hair.style()) {
            case LONG_STRAIGHT -> curtain(head, v + 0.05, crown, 1.02, 0);
            case LONG_WAVY -> curtain(head, v + 0.10, crown, 1.0, 0.05);
            case BOB -> curtain(head, v + 0.08, crown, 0.56, 0);
            case AFRO -> head.fill(oval(0, crown + 0.52, v + 0.10, 0.66), Tones.darker(hair.color(), 0.18));
            case PONYTAIL -> {
                double side = hair.parting() < 0 ? -1 : 1;
                Path2D tail = new Path2D.Double();
                tail.moveTo(side * 0.30, -0.5);
                tail.curveTo(side * 0.85, -0.45, side * 0.80, 0.35, side * 0.58, 0.85);
                tail.curveTo(side * 0.56, 0.4, side * 0.52, 0.1, side * 0.36, -0.2);
                tail.closePath();
                head.fill(tail, Tones.darker(hair.color(), 0.15));
            }
            case PIGTAILS -> {
                for (int side = -1; side <= 1; side += 2) {
                    Path2D tail = new Path2D.Double();
                    tail.moveTo(side * 0.45, -0.1);
                    tail.curveTo(side * 0.95, -0.15, side * 0.92, 0.55, side * 0.66, 0.78);
                    tail.curveTo(side * 0.60, 0.5, side * 0.55, 0.3, side * 0.44, 0.15);
                    tail.closePath();
                    head.fill(tail, Tones.darker(hair.color(), 0.12));
                    head.fill(oval(side * 0.56, -0.06, 0.07, 0.06), head.person.headwearColor());
                }
            }
            case BUN ->
                head.fill(oval(0.06 * hair.parting(), crown - 0.10, 0.22, 0.20), Tones.darker(hair.color(), 0.12));
            case PIXIE, SIDE_PART, CREW, CURLY, BOWL, RECEDING, RING, BALD -> {}
        }
    }

    private static void curtain(HeadView head, double half, double crown, double length, double wave) {
        Color color = Tones.darker(head.person.hair().color(), 0.20);
        Path2D path = new Path2D.Double();
        path.moveTo(0, crown);
        path.curveTo(-half * 0.8, crown, -half, -0.5, -half, 0);
        path.curveTo(-half - wave * 2, length * 0.4, -half + wave * 2, length * 0.7, -half + 0.06 - wave, length);
        path.quadTo(0, length + 0.1, half - 0.06 + wave, length);
        path.curveTo(half - wave * 2, length * 0.7, half + wave * 2, length * 0.4, half, 0);
        path.curveTo(half, -0.5, half * 0.8, crown, 0, crown);
        head.fill(path, color);
    }

    /** Drawn over the face. */
    static void front(HeadView head) {
        Hair hair = head.person.hair();
        HairStyle style = hair.style();
        if (style == HairStyle.BALD) {
            head.glow(0.12, head.shape.crown() + 0.2, 0.2, 0.12, Color.WHITE, 0.28);
            return;
        }
        Path2D cap = style == HairStyle.RING ? ring(head) : cap(head);
        paint(head, cap);
        if (style == HairStyle.RING) {
            head.glow(0.10, head.shape.crown() + 0.2, 0.2, 0.12, Color.WHITE, 0.26);
        }
        if (style == HairStyle.CURLY || style == HairStyle.AFRO) {
            curls(head, style == HairStyle.AFRO ? 0.13 : 0.09);
        }
    }

    /** The back of a head that is turned away. */
    static void back(HeadView head) {
        Hair hair = head.person.hair();
        Path2D skull = SkullPainter.outline(head);
        head.fill(skull, Tones.shade(head.skin, 0.14));
        if (hair.style() == HairStyle.BALD) {
            head.glow(0, head.shape.crown() + 0.2, 0.3, 0.2, Color.WHITE, 0.2);
            return;
        }
        double nape = hair.style().hangs() ? 0.62 : 0.36;
        double top = hair.style() == HairStyle.RING ? -0.25 : head.shape.crown() - hair.volume();
        double v = 0.5 + hair.volume() * 0.7;
        Path2D path = new Path2D.Double();
        path.moveTo(0, top);
        path.curveTo(-v * 0.75, top, -v, -0.6, -v, 0);
        path.quadTo(-v, nape * 0.8, -0.30, nape);
        path.quadTo(0, nape + 0.08, 0.30, nape);
        path.quadTo(v, nape * 0.8, v, 0);
        path.curveTo(v, -0.6, v * 0.75, top, 0, top);
        paint(head, path);
        if (hair.style() == HairStyle.CURLY || hair.style() == HairStyle.AFRO) {
            curls(head, 0.1);
        }
    }

    private static void paint(HeadView head, Path2D area) {
        Color color = head.person.hair().color();
        double crown = head.shape.crown();
        head.canvas.setPaint(
                new LinearGradientPaint(0, (float) (crown - 0.1), 0, 0.7f, new float[] {0f, 0.25f, 1f}, new Color[] {
                    Tones.lighter(color, 0.06), Tones.lighter(color, 0.16), Tones.darker(color, 0.28)
                }));
        head.canvas.fill(area);
        Color strand = Tones.clear(Tones.darker(color, 0.5), 0.35);
        double root = 0.28 * head.person.hair().parting();
        head.within(area, () -> {
            for (int i = -5; i <= 5; i++) {
                head.line(curve(root + i * 0.02, crown - 0.1, i * 0.135, crown + 0.18, i * 0.125, 0.2), 0.010, strand);
            }
        });
    }

    /** Outer edge over the skull, inner edge along the hairline, which moves round with the head. */
    private static Path2D cap(HeadView head) {
        Hair hair = head.person.hair();
        HairStyle style = hair.style();
        double v = hair.volume() * (style == HairStyle.CREW ? 0.4 : 1);
        double crown = head.shape.crown() - v * 1.3;
        double outer = 0.5 + v * 0.75;
        double side = sideLength(style);
        double line = head.y(head.shape.top() + hairline(style));
        double part = style == HairStyle.SIDE_PART || style == HairStyle.PIXIE || style == HairStyle.BOB
                ? 0.25 * hair.parting()
                : 0;
        double temple = line + (style == HairStyle.RECEDING ? -0.10 : 0.13);
        double thick = style.hangs() ? 1.10 : 1.28;
        Path2D path = new Path2D.Double();
        path.moveTo(-outer, side);
        path.curveTo(-outer - 0.02, -0.55, -outer * 0.75, crown, 0, crown);
        path.curveTo(outer * 0.75, crown, outer + 0.02, -0.55, outer, side);
        path.lineTo(head.x(thick + 0.10), side - (style.hangs() ? -0.05 : 0.02));
        path.quadTo(head.x(thick - 0.02), -0.2, head.x(1.02), temple + 0.04);
        path.quadTo(head.x(0.9), line - 0.02, head.x(0.45 + part), line - (style == HairStyle.RECEDING ? 0.10 : 0));
        path.quadTo(
                head.x(part),
                line + (style == HairStyle.RECEDING ? 0.10 : style == HairStyle.BOWL ? 0.06 : -0.05),
                head.x(-0.45 + part),
                line - (style == HairStyle.RECEDING ? 0.10 : 0));
        path.quadTo(head.x(-0.9), line - 0.02, head.x(-1.02), temple + 0.04);
        path.quadTo(head.x(-thick + 0.02), -0.2, head.x(-thick - 0.10), side - (style.hangs() ? -0.05 : 0.02));
        path.closePath();
        return path;
    }

    private static double sideLength(HairStyle style) {
        return switch (style) {
            case LONG_STRAIGHT, LONG_WAVY -> 0.66;
            case BOB -> 0.40;
            case BOWL, AFRO -> -0.05;
            case PONYTAIL, PIGTAILS, BUN, PIXIE -> 0.0;
            case SIDE_PART, CURLY -> 0.02;
            case CREW, RECEDING, RING, BALD -> -0.04;
        };
    }

    /** How far the hairline lies below the top of the face box. */
    private static double hairline(HairStyle style) {
        return switch (style) {
            case BOWL, BOB -> 0.20;
            case RECEDING -> -0.07;
            case BUN, PONYTAIL, CREW -> 0.03;
            case LONG_STRAIGHT, LONG_WAVY, PIGTAILS, PIXIE, AFRO, SIDE_PART, CURLY, RING, BALD -> 0.07;
        };
    }

    /** Hair left beside the ears only. */
    private static Path2D ring(HeadView head) {
        Path2D both = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            Path2D tuft = new Path2D.Double();
            tuft.moveTo(side * 0.49, 0.02);
            tuft.quadTo(side * 0.60, -0.28, side * 0.47, -0.56);
            tuft.quadTo(head.x(side * 1.0), -0.42, head.x(side * 1.18), -0.18);
            tuft.closePath();
            both.append(tuft, false);
        }
        return both;
    }

    private static void curls(HeadView head, double size) {
        Color color = head.person.hair().color();
        double v = head.person.hair().volume();
        double line = head.y(head.shape.top() + 0.04);
        for (int i = 0; i <= 12; i++) {
            double angle = Math.PI * i / 12;
            double x = -Math.cos(angle) * (0.47 + v * 0.6);
            double y = -0.18 - Math.sin(angle) * (-head.shape.crown() + v * 0.9 - 0.22);
            head.fill(oval(x, y, size, size), Tones.mix(color, i % 2 == 0 ? Color.BLACK : Color.WHITE, 0.10));
        }
        for (int i = -3; i <= 3; i++) {
            head.fill(
                    oval(head.x(i * 0.27), line - 0.03 - 0.02 * (i % 2), size * 0.85, size * 0.75),
                    Tones.darker(color, i % 2 == 0 ? 0.06 : 0.16));
        }
    }
}
