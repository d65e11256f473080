package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.Expression;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Eyes, lids, lashes and brows. */
final class EyePainter {

    private static final Color WHITE = new Color(0xF7F4F0);
    private static final Color LASH = new Color(0x1A1210);

    private EyePainter() {}

    static void eyes(HeadView head) {
        for (int side = -1; side <= 1; side += 2) {
            int which = side;
            head.at(side * head.shape.eyeAngle(), head.shape.eyeY(), () -> eye(head, which));
        }
    }

    static void brows(HeadView head) {
        for (int side = -1; side <= 1; side += 2) {
            int which = side;
            head.at(side * head.shape.eyeAngle(), head.shape.eyeY(), () -> brow(head, which));
        }
    }

    /** Origin in the middle of the eye; the inner corner lies on the side of the nose. */
    private static void eye(HeadView head, int side) {
        Expression look = head.person.expression();
        double half = head.shape.eyeSize();
        double open =
                half * 0.50 * look.lidOpen() * (head.who.female() ? 1.08 : 0.97) * (1 + 0.15 * head.who.childness());
        double upper = -open * 1.25;
        double lower = open * (1 - 0.85 * look.lidLower()) * 0.95;
        double inner = -side * half;
        double outer = side * half;
        double slant = -0.012 + 0.02 * head.who.ageing();
        // the socket, then the ball within the lids
        head.glow(0, -0.02, half * 1.6, half * 1.15, Tones.shade(head.skin, 0.5), 0.24 + 0.12 * head.who.ageing());
        Path2D lids = new Path2D.Double();
        lids.moveTo(inner, 0.008);
        lids.curveTo(inner * 0.5, upper * 1.1, outer * 0.5, upper * 1.25, outer, slant);
        lids.curveTo(outer * 0.6, lower * 1.2, inner * 0.4, lower * 1.25, inner, 0.008);
        lids.closePath();
        head.fill(lids, WHITE);
        head.within(lids, () -> ball(head, inner, outer, upper));
        lids(head, side, half, upper, lower, slant);
    }

    private static void ball(HeadView head, double inner, double outer, double upper) {
        Color color = head.person.iris();
        double iris = head.shape.eyeSize() * 0.50;
        double y = head.person.expression().lidOpen() > 1.3 ? 0 : -0.006;
        head.fill(oval(0, y, iris, iris), color);
        head.line(oval(0, y, iris * 0.93, iris * 0.93), iris * 0.2, Tones.darker(color, 0.5));
        head.fill(oval(0, y, iris * 0.48, iris * 0.48), new Color(0x0B0908));
        Color shade = Tones.clear(Tones.shade(head.skin, 0.8), 0.35);
        head.line(curve(inner, upper * 0.75, 0, upper * 1.15, outer, upper * 0.75), iris * 0.6, shade);
        head.fill(oval(iris * 0.35, y - iris * 0.4, iris * 0.24, iris * 0.24), Color.WHITE);
    }

    private static void lids(HeadView head, int side, double half, double upper, double lower, double slant) {
        double inner = -side * half;
        double outer = side * half;
        double makeup = head.person.makeup();
        Path2D upperLid = new Path2D.Double();
        upperLid.moveTo(inner, 0.008);
        upperLid.curveTo(
                inner * 0.5,
                upper * 1.1,
                outer * 0.5,
                upper * 1.25,
                outer * (1 + 0.12 * makeup),
                slant - 0.02 * makeup);
        head.line(upperLid, 0.018 + 0.018 * makeup, Tones.mix(LASH, head.skin, 0.12 * (1 - makeup)));
        if (makeup > 0.4) {
            for (int i = 0; i < 3; i++) {
                double x = outer * (0.55 + 0.22 * i);
                double y = upper * (0.85 - 0.33 * i);
                head.line(curve(x, y, x + side * 0.02, y - 0.02, x + side * 0.035, y - 0.045), 0.014, LASH);
            }
        }
        Color crease = Tones.clear(Tones.shade(head.skin, 0.65), 0.55);
        head.line(curve(inner, upper - 0.018, 0, upper * 1.25 - 0.045, outer, upper * 0.6 - 0.02), 0.011, crease);
        head.line(
                curve(inner * 0.7, lower * 0.7, 0, lower * 1.25 + 0.004, outer, slant),
                0.010,
                Tones.clear(Tones.shade(head.skin, 0.75), 0.6));
    }

    private static void brow(HeadView head, int side) {
        Expression look = head.person.expression();
        double half = head.shape.eyeSize();
        double thick = head.shape.brow() * (1 + 0.15 * look.frown());
        double base = -half * 1.12 - 0.035;
        double tilt = look.browTilt() * side > 0 ? Math.abs(look.browTilt()) : -0.2 * Math.abs(look.browTilt());
        double arch = head.who.female() ? 0.035 : 0.015;
        double innerX = -side * (half * 1.05 - 0.018 * look.frown());
        double outerX = side * half * 1.25;
        double innerY = base - look.browInner() - tilt * 0.5;
        double outerY = base - look.browOuter() - tilt + 0.012;
        double midX = side * half * 0.35;
        double midY = (innerY + outerY) / 2 - arch - 0.02 - tilt * 0.25;
        Path2D path = new Path2D.Double();
        path.moveTo(innerX, innerY + thick * 0.5);
        path.quadTo(midX, midY + thick * 0.8, outerX, outerY);
        path.quadTo(midX, midY - thick * 0.75, innerX, innerY - thick * 0.55);
        path.closePath();
        head.fill(path, Tones.clear(head.person.hair().browColor(), head.who.childness() > 0.6 ? 0.75 : 0.92));
    }
}
