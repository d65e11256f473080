package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.Expression;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Mouth, lips and teeth. */
final class MouthPainter {

    private static final Color TEETH = new Color(0xF5F2EA);
    private static final Color DEPTH = new Color(0x3A1014);
    private static final Color TONGUE = new Color(0xB4514F);

    private MouthPainter() {}

    static void mouth(HeadView head) {
        head.at(0, head.shape.mouthY(), () -> draw(head));
    }

    private static void draw(HeadView head) {
        Expression look = head.person.expression();
        double half = head.shape.mouthWidth() * look.mouthWide();
        double open = look.open();
        double leftY = -look.corners() * 0.62 - Math.max(0, -look.smirk()) * 0.85;
        double rightY = -look.corners() * 0.62 - Math.max(0, look.smirk()) * 0.85;
        double middle = look.corners() * 0.38;
        double raise = look.sneer() * 0.05;
        double upperY = middle - open * 0.42 - raise;
        double lowerY = middle + open * 0.62 + (open > 0 ? 0.01 : 0);
        boolean round = look.mouthWide() < 0.8;
        double full = round ? 1.0 : 0.62;
        Color lip = lipColor(head);
        double lips = head.shape.lips() * (1 - 0.35 * look.frown());

        Path2D gap = new Path2D.Double();
        gap.moveTo(-half, leftY);
        gap.curveTo(-half * full, upperY + (round ? -0.02 : leftY * 0.3), half * full * -0.2, upperY, 0, upperY);
        gap.curveTo(half * full * 0.2, upperY, half * full, upperY + (round ? -0.02 : rightY * 0.3), half, rightY);
        gap.curveTo(half * full, lowerY * 1.25, half * 0.4, lowerY * 1.3, 0, lowerY * 1.3);
        gap.curveTo(-half * 0.4, lowerY * 1.3, -half * full, lowerY * 1.25, -half, leftY);
        gap.closePath();

        Path2D upperLip = new Path2D.Double();
        upperLip.moveTo(-half, leftY);
        upperLip.curveTo(-half * 0.6, upperY - lips * 0.7, -half * 0.3, upperY - lips * 1.25, 0, upperY - lips * 0.85);
        upperLip.curveTo(half * 0.3, upperY - lips * 1.25, half * 0.6, upperY - lips * 0.7, half, rightY);
        upperLip.curveTo(half * 0.5, upperY + 0.012, -half * 0.5, upperY + 0.012, -half, leftY);
        Path2D lowerLip = new Path2D.Double();
        double under = Math.max(lowerY * 1.3, middle);
        lowerLip.moveTo(-half * 0.92, leftY * 0.9);
        lowerLip.curveTo(-half * 0.55, under + lips * 1.5, half * 0.55, under + lips * 1.5, half * 0.92, rightY * 0.9);
        lowerLip.curveTo(half * 0.5, under, -half * 0.5, under, -half * 0.92, leftY * 0.9);

        head.glow(0, under + lips * 1.9, half * 0.8, 0.05, Tones.shade(head.skin, 0.6), 0.32);
        if (round) {
            head.line(gap, lips * 1.1, lip);
        } else {
            head.fill(upperLip, Tones.darker(lip, 0.08));
            head.fill(lowerLip, lip);
            head.glow(0, under + lips * 0.55, half * 0.5, lips * 0.45, Color.WHITE, 0.22);
        }
        if (open > 0.02) {
            inside(head, gap, half, upperY, lowerY, open);
        } else {
            Path2D seam = new Path2D.Double();
            seam.moveTo(-half, leftY);
            seam.curveTo(-half * 0.4, middle + 0.004, half * 0.4, middle + 0.004, half, rightY);
            head.line(seam, 0.019, Tones.shade(Tones.mix(head.skin, lip, 0.4), 0.72));
        }
        corners(head, half, leftY, rightY);
    }

    private static void inside(HeadView head, Path2D gap, double half, double upperY, double lowerY, double open) {
        head.fill(gap, DEPTH);
        head.within(gap, () -> teeth(head, half, upperY, lowerY, open));
        head.line(gap, 0.012, Tones.clear(DEPTH, 0.55));
    }

    private static void teeth(HeadView head, double half, double upperY, double lowerY, double open) {
        Expression look = head.person.expression();
        if (look.teeth() < 0.9) {
            head.fill(oval(0, lowerY * 1.3 + open * 0.1, half * 0.6, open * 0.35), TONGUE);
        }
        if (look.teeth() > 0.1) {
            double depth = (lowerY * 1.3 - upperY) * (0.25 + 0.42 * look.teeth());
            Path2D row = new Path2D.Double();
            row.moveTo(-half, upperY - 0.2);
            row.lineTo(half, upperY - 0.2);
            row.lineTo(half, upperY + depth * 0.4);
            row.quadTo(0, upperY + depth * 1.35, -half, upperY + depth * 0.4);
            row.closePath();
            head.fill(row, TEETH);
        }
        if (look.teeth() > 0.85 && look.frown() > 0.4) {
            // clenched: the lower row meets the upper one
            head.fill(oval(0, lowerY * 1.3, half * 0.85, (lowerY * 1.3 - upperY) * 0.42), TEETH);
            double seam = upperY + (lowerY * 1.3 - upperY) * 0.55;
            head.line(curve(-half, seam, 0, seam + 0.01, half, seam), 0.010, Tones.clear(DEPTH, 0.8));
            for (int i = -2; i <= 2; i++) {
                head.line(
                        curve(i * half * 0.3, upperY - 0.1, i * half * 0.3, seam, i * half * 0.3, seam + 0.2),
                        0.006,
                        Tones.clear(DEPTH, 0.4));
            }
        }
    }

    /** Shadows where the mouth ends, and the dimple of a smirk. */
    private static void corners(HeadView head, double half, double leftY, double rightY) {
        Color dark = Tones.shade(head.skin, 0.7);
        head.glow(-half, leftY, 0.035, 0.03, dark, 0.6);
        head.glow(half, rightY, 0.035, 0.03, dark, 0.6);
        double smirk = head.person.expression().smirk();
        if (Math.abs(smirk) > 0.05) {
            double side = Math.signum(smirk);
            double y = smirk > 0 ? rightY : leftY;
            head.line(
                    curve(
                            side * (half + 0.02),
                            y - 0.06,
                            side * (half + 0.065),
                            y - 0.01,
                            side * (half + 0.025),
                            y + 0.045),
                    0.016,
                    Tones.clear(dark, 0.75));
        }
    }

    private static Color lipColor(HeadView head) {
        Color natural = Tones.mix(head.skin, new Color(0xA63A3A), 0.36 - 0.12 * head.who.ageing());
        return Tones.mix(Tones.shade(natural, 0.08), new Color(0xB3202F), head.person.makeup() * 0.55);
    }
}
