package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;
import static io.crowdlake.scene.paint.Paths.polygon;

import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.Outfit;
import io.crowdlake.scene.life.Tones;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws a body below a head: the origin is on the ground between the feet, 1 is a metre, up is negative. */
public final class BodyPainter {

    private final Graphics2D canvas;
    private final Appearance person;
    private final double chin;
    private final double shoulder;
    private final double hip;
    private final double half;

    /** A painter for one person on a canvas in metres. */
    public BodyPainter(Graphics2D canvas, Appearance person) {
        this.canvas = canvas;
        this.person = person;
        double stature = person.stature();
        this.chin = -(person.faceHeight() - person.shape().chin() * person.faceWidth());
        this.shoulder = chin + 0.055 * stature / 1.7;
        this.hip = -0.50 * stature;
        this.half = person.shoulder();
    }

    /**
     * @param stride -1..1, the swing of the legs; 0 stands
     * @param away whether the back is shown
     */
    public void paint(double stride, boolean away) {
        shadow();
        legs(stride);
        arm(-1, -stride);
        arm(1, stride);
        neck();
        torso(away);
    }

    private void shadow() {
        fill(oval(0, 0.01, half * 1.6, 0.06), Tones.clear(Color.BLACK, 0.25));
    }

    private void legs(double stride) {
        Outfit outfit = person.outfit();
        double width = half * 0.40;
        for (int side = -1; side <= 1; side += 2) {
            double swing = side * stride * 0.16;
            double foot = side * half * 0.42 + swing;
            double lift = Math.max(0, side * stride) * 0.05;
            double hipX = side * half * 0.42;
            Color cloth = side < 0 ? outfit.bottom() : Tones.darker(outfit.bottom(), 0.14);
            if (outfit.skirt()) {
                cloth = Tones.darker(person.skin(), side < 0 ? 0.05 : 0.15);
            }
            fill(oval(foot + swing * 0.15, -0.035 - lift, 0.085, 0.045), outfit.shoes());
            fill(
                    polygon(
                            hipX - width,
                            hip,
                            hipX + width,
                            hip,
                            foot + width * 0.62,
                            -0.07 - lift,
                            foot - width * 0.62,
                            -0.07 - lift),
                    cloth);
        }
        if (outfit.skirt()) {
            fill(
                    polygon(
                            -half * 0.85,
                            hip - 0.05,
                            half * 0.85,
                            hip - 0.05,
                            half * 1.2,
                            hip * 0.52,
                            -half * 1.2,
                            hip * 0.52),
                    outfit.bottom());
        }
    }

    private void arm(int side, double swing) {
        double length = -hip * 0.78;
        double thick = half * 0.42;
        double x = side * (half * 1.08 - thick * 0.45);
        double handX = side * half * 1.14 + swing * 0.10;
        double handY = shoulder + 0.05 + length;
        double elbowX = side * half * 1.22;
        double elbowY = shoulder + length * 0.52;
        boolean bare = person.outfit().cut() == Outfit.Cut.TEE;
        Color sleeve = Tones.darker(person.outfit().top(), side > 0 ? 0.22 : 0.12);
        Color skin = Tones.shade(person.skin(), side > 0 ? 0.18 : 0.08);
        fill(oval(handX, handY + 0.02, thick * 0.42, thick * 0.6), skin);
        stroke(
                curve(elbowX, elbowY, (elbowX + handX) / 2 + side * 0.01, (elbowY + handY) / 2, handX, handY),
                thick * 0.78,
                bare ? skin : sleeve);
        double cuff = bare ? 0.6 : 1;
        double endX = x + (elbowX - x) * cuff;
        double endY = shoulder + 0.08 + (elbowY - shoulder - 0.08) * cuff;
        if (bare) {
            stroke(curve(endX, endY, (endX + elbowX) / 2, (endY + elbowY) / 2, elbowX, elbowY), thick * 0.80, skin);
        }
        stroke(
                curve(x, shoulder + 0.08, (x + endX) / 2 + side * 0.012, (shoulder + 0.08 + endY) / 2, endX, endY),
                thick,
                sleeve);
    }

    private void neck() {
        double width = person.faceWidth()
                * (person.demographic().female() || !person.demographic().grownUp() ? 0.26 : 0.34);
        double from = chin - person.faceWidth() * 0.35;
        fill(
                polygon(-width, from, width, from, width * 1.25, shoulder + 0.05, -width * 1.25, shoulder + 0.05),
                Tones.shade(person.skin(), 0.26));
    }

    private void torso(boolean away) {
        Outfit outfit = person.outfit();
        double neck = person.faceWidth() * 0.36;
        double waist = half * (person.demographic().female() ? 0.72 : 0.88);
        Path2D path = new Path2D.Double();
        path.moveTo(-neck, shoulder - 0.025);
        path.curveTo(-half * 0.7, shoulder, -half * 1.05, shoulder + 0.01, -half * 1.10, shoulder + 0.13);
        path.lineTo(-waist, hip * 0.92 + shoulder * 0.08);
        path.lineTo(-half * 0.88, hip + 0.06);
        path.lineTo(half * 0.88, hip + 0.06);
        path.lineTo(waist, hip * 0.92 + shoulder * 0.08);
        path.lineTo(half * 1.10, shoulder + 0.13);
        path.curveTo(half * 1.05, shoulder + 0.01, half * 0.7, shoulder, neck, shoulder - 0.025);
        path.quadTo(0, shoulder + (away ? 0 : 0.09), -neck, shoulder - 0.025);
        path.closePath();
        canvas.setPaint(
                new LinearGradientPaint((float) -half, 0, (float) half, 0, new float[] {0f, 0.4f, 1f}, new Color[] {
                    Tones.darker(outfit.top(), 0.10),
                    Tones.lighter(outfit.top(), 0.08),
                    Tones.darker(outfit.top(), 0.22)
                }));
        canvas.fill(path);
        if (!away) {
            front(path, neck);
        }
    }

    private void front(Shape torso, double neck) {
        Outfit outfit = person.outfit();
        Shape before = canvas.getClip();
        if (before == null) {
            canvas.setClip(torso);
        } else {
            canvas.clip(torso); // exact but slow: only for those who stand in the doorway
        }
        Color seam = Tones.clear(Tones.darker(outfit.top(), 0.5), 0.6);
        switch (outfit.cut()) {
            case TEE ->
                stroke(
                        curve(-neck, shoulder - 0.02, 0, shoulder + 0.11, neck, shoulder - 0.02),
                        0.022,
                        Tones.darker(outfit.top(), 0.18));
            case SHIRT -> {
                fill(
                        polygon(-neck * 1.1, shoulder - 0.04, 0, shoulder + 0.10, -neck * 0.3, shoulder + 0.13),
                        Tones.lighter(outfit.top(), 0.25));
                fill(
                        polygon(neck * 1.1, shoulder - 0.04, 0, shoulder + 0.10, neck * 0.3, shoulder + 0.13),
                        Tones.lighter(outfit.top(), 0.25));
                stroke(curve(0, shoulder + 0.1, 0, hip / 2, 0, hip + 0.1), 0.008, seam);
                for (int i = 0; i < 5; i++) {
                    fill(oval(0.012, shoulder + 0.16 + 0.09 * i, 0.008, 0.008), Tones.lighter(outfit.top(), 0.5));
                }
            }
            case STRIPES -> {
                for (double y = shoulder + 0.10; y < hip + 0.1; y += 0.075) {
                    stroke(curve(-half * 1.2, y, 0, y + 0.03, half * 1.2, y), 0.026, outfit.trim());
                }
            }
            case JACKET -> {
                fill(polygon(-neck, shoulder - 0.04, neck, shoulder - 0.04, 0, shoulder + 0.30), outfit.trim());
                stroke(
                        polygon(
                                -neck * 1.05,
                                shoulder - 0.03,
                                0,
                                shoulder + 0.31,
                                0,
                                hip + 0.1,
                                0,
                                shoulder + 0.31,
                                neck * 1.05,
                                shoulder - 0.03),
                        0.016,
                        seam);
            }
            case HOODIE -> {
                stroke(
                        curve(-neck * 1.2, shoulder - 0.01, 0, shoulder + 0.13, neck * 1.2, shoulder - 0.01),
                        0.05,
                        Tones.darker(outfit.top(), 0.2));
                fill(
                        new RoundRectangle2D.Double(-half * 0.5, hip - 0.14, half, 0.15, 0.06, 0.06),
                        Tones.darker(outfit.top(), 0.14));
            }
        }
        canvas.setClip(before);
    }

    private void fill(Shape shape, Color color) {
        canvas.setPaint(color);
        canvas.fill(shape);
    }

    private void stroke(Shape shape, double width, Color color) {
        canvas.setPaint(color);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
    }
}
