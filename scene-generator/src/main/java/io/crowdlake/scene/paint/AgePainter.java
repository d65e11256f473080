package io.crowdlake.scene.paint;

import static io.crowdlake.scene.paint.Paths.curve;
import static io.crowdlake.scene.paint.Paths.oval;

import io.crowdlake.scene.life.Expression;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;

/** Nose and the lines of a face: those that stay with the years, and those that an emotion draws. */
final class AgePainter {

    private AgePainter() {}

    static void nose(HeadView head) {
        double eye = head.shape.eyeY();
        double base = head.shape.noseY();
        double wide =
                head.shape.noseWidth() * (1 + 0.12 * head.person.expression().sneer());
        Color dark = Tones.shade(head.skin, 0.62);
        double lean = Math.sin(head.yaw());
        double tip = 0.5 * lean * 1.12;
        double root = 0.5 * lean * 0.92;
        double narrow = Math.max(0.45, Math.cos(head.yaw()));
        double y = head.y(base);
        double side = lean > 0.05 ? -1 : 1;
        double bridge = head.who.childness() > 0.5 ? 0.35 : 0.75;
        head.line(
                curve(
                        root + side * 0.035,
                        head.y(eye + 0.03),
                        tip + side * 0.02,
                        head.y((eye + base) / 2),
                        tip + side * wide * 0.75 * narrow,
                        y - 0.06),
                0.014,
                Tones.clear(dark, 0.34 * bridge + 0.3 * Math.abs(lean)));
        head.glow(tip, y - 0.05, wide * 0.75, 0.09, Tones.lighter(head.skin, 0.55), 0.42);
        head.glow(
                tip - side * 0.01, head.y((eye + base) / 2), 0.035, 0.14, Tones.lighter(head.skin, 0.5), 0.34 * bridge);
        head.glow(tip, y + 0.035, wide * 1.1, 0.045, dark, 0.42);
        for (int wing = -1; wing <= 1; wing += 2) {
            double x = tip + wing * wide * narrow;
            head.line(
                    curve(x - wing * 0.01, y - 0.055, x + wing * 0.028, y - 0.01, x - wing * 0.022, y + 0.012),
                    0.014,
                    Tones.clear(dark, 0.75));
            head.fill(
                    oval(tip + wing * wide * 0.48 * narrow, y + 0.008, 0.022 * narrow, 0.011),
                    Tones.clear(Tones.darker(dark, 0.4), 0.75));
        }
        head.line(
                curve(tip - wide * 0.4 * narrow, y + 0.014, tip, y + 0.03, tip + wide * 0.4 * narrow, y + 0.014),
                0.012,
                Tones.clear(dark, 0.5));
    }

    static void lines(HeadView head) {
        Expression look = head.person.expression();
        double old = head.who.ageing();
        double age = head.who.age();
        double y = head.shape.eyeY();
        Color dark = Tones.shade(head.skin, 0.62);
        for (int side = -1; side <= 1; side += 2) {
            int which = side;
            head.at(side * 0.50, 0, () -> folds(head, which, dark));
            head.at(side * head.shape.eyeAngle(), y, () -> bags(head, which, dark));
        }
        double forehead = ramp(36, 62, age) + 0.8 * Math.max(0, look.browInner()) / 0.12 * (age > 20 ? 1 : 0.4);
        for (int i = 0; i < 3; i++) {
            double height = y - 0.30 - 0.085 * i;
            int row = i;
            head.at(
                    0,
                    height,
                    () -> head.line(
                            curve(-0.26 + 0.03 * row, 0.012, 0, -0.022, 0.26 - 0.03 * row, 0.012),
                            0.012,
                            Tones.clear(dark, Math.min(0.75, 0.62 * forehead))));
        }
        double frown = Math.max(look.frown(), 0.75 * ramp(48, 75, age));
        head.at(0, y - 0.12, () -> {
            head.line(curve(-0.035, -0.07, -0.022, 0, -0.034, 0.045), 0.014, Tones.clear(dark, 0.85 * frown));
            head.line(curve(0.035, -0.07, 0.022, 0, 0.034, 0.045), 0.014, Tones.clear(dark, 0.85 * frown));
        });
        if (look.sneer() > 0.2) {
            head.at(0, y + 0.06, () -> {
                for (int i = 0; i < 3; i++) {
                    head.line(
                            curve(-0.06, 0.045 * i, 0, 0.045 * i - 0.035, 0.06, 0.045 * i),
                            0.013,
                            Tones.clear(dark, 0.7 * look.sneer()));
                }
            });
        }
        if (age > 58) {
            spots(head, old, dark);
        }
        if (head.person.freckles()) {
            freckles(head);
        }
    }

    /** From the nose to the corners of the mouth and down the chin; origin at the cheek, at the height of the box's middle. */
    private static void folds(HeadView head, int side, Color dark) {
        Expression look = head.person.expression();
        double age = head.who.age();
        double depth = Math.max(0.85 * ramp(30, 62, age), Math.max(0.5 * look.cheeks(), 0.8 * look.sneer()));
        double noseY = head.shape.noseY();
        double mouthY = head.shape.mouthY();
        head.line(
                curve(-side * 0.135, noseY - 0.01, -side * 0.02, noseY + 0.08, side * 0.005, mouthY + 0.02),
                0.017,
                Tones.clear(dark, 0.75 * depth));
        double jowl = ramp(50, 74, age);
        head.line(
                curve(-side * 0.02, mouthY + 0.05, -side * 0.005, mouthY + 0.11, -side * 0.04, mouthY + 0.18),
                0.016,
                Tones.clear(dark, 0.7 * jowl));
        head.line(
                curve(side * 0.15, mouthY - 0.14, side * 0.09, mouthY, side * 0.13, mouthY + 0.13),
                0.014,
                Tones.clear(dark, 0.5 * ramp(58, 80, age)));
    }

    /** Bags under the eyes and crow's feet; origin in the eye. */
    private static void bags(HeadView head, int side, Color dark) {
        Expression look = head.person.expression();
        double age = head.who.age();
        double half = head.shape.eyeSize();
        double bag = ramp(34, 66, age);
        head.glow(0, half * 0.95, half * 1.15, half * 0.55, dark, 0.34 * bag);
        head.line(
                curve(-side * half * 0.9, half * 0.65, 0, half * 1.35, side * half * 0.95, half * 0.7),
                0.013,
                Tones.clear(dark, 0.62 * bag));
        double feet = Math.max(ramp(38, 64, age), age > 24 ? 0.5 * look.lidLower() : 0);
        for (int i = -1; i <= 1; i++) {
            double x = side * half * 1.3;
            head.line(
                    curve(x, 0.01 + 0.025 * i, x + side * 0.04, 0.01 + 0.035 * i, x + side * 0.075, 0.01 + 0.062 * i),
                    0.010,
                    Tones.clear(dark, 0.65 * feet));
        }
    }

    private static void spots(HeadView head, double old, Color dark) {
        double[][] places = {{-0.55, -0.42}, {0.35, -0.47}, {0.72, 0.05}, {-0.75, 0.14}, {0.6, 0.22}};
        for (double[] place : places) {
            head.at(place[0], place[1], () -> head.fill(oval(0, 0, 0.022, 0.018), Tones.clear(dark, 0.28 * old)));
        }
    }

    private static void freckles(HeadView head) {
        for (int i = 0; i < 14; i++) {
            double angle = ((i * 37) % 100 / 100.0 - 0.5) * 1.3;
            double y = head.shape.eyeY() + 0.13 + (i * 53 % 100) / 100.0 * 0.13;
            head.at(angle, y, () -> head.fill(oval(0, 0, 0.012, 0.011), Tones.clear(new Color(0x9A5A32), 0.5)));
        }
    }

    private static double ramp(double from, double to, double value) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }
}
