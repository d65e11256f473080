package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Beard;
import io.crowdlake.scene.life.FaceShape;
import io.crowdlake.scene.life.Tones;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Beards, drawn before the mouth and only where there is skin. */
final class BeardPainter {

    private BeardPainter() {}

    static void paint(HeadView head) {
        Beard beard = head.person.beard();
        Color color = head.person.hair().browColor();
        switch (beard) {
            case NONE -> {}
            case STUBBLE -> {
                head.fill(full(head), Tones.clear(color, 0.26));
                head.fill(moustache(head, 0.05), Tones.clear(color, 0.20));
            }
            case MOUSTACHE -> head.fill(moustache(head, 0.075), Tones.clear(color, 0.95));
            case GOATEE -> {
                head.fill(moustache(head, 0.055), Tones.clear(color, 0.9));
                head.fill(goatee(head), Tones.clear(color, 0.9));
            }
            case FULL -> {
                head.fill(full(head), Tones.clear(color, 0.93));
                head.fill(moustache(head, 0.07), Tones.clear(color, 0.95));
            }
        }
    }

    private static Path2D full(HeadView head) {
        FaceShape shape = head.shape;
        double mouth = head.y(shape.mouthY());
        Path2D path = new Path2D.Double();
        path.moveTo(-0.6, -0.05);
        path.lineTo(head.x(-1.25), -0.05);
        path.quadTo(head.x(-1.05), mouth - 0.12, head.x(-0.55), mouth - 0.05);
        path.quadTo(head.x(-0.4), mouth + 0.10, head.x(0), mouth + 0.10);
        path.quadTo(head.x(0.4), mouth + 0.10, head.x(0.55), mouth - 0.05);
        path.quadTo(head.x(1.05), mouth - 0.12, head.x(1.25), -0.05);
        path.lineTo(0.6, -0.05);
        path.lineTo(0.6, shape.chin() + 0.1);
        path.lineTo(-0.6, shape.chin() + 0.1);
        path.closePath();
        return path;
    }

    private static Path2D goatee(HeadView head) {
        double mouth = head.y(head.shape.mouthY());
        Path2D path = new Path2D.Double();
        path.moveTo(head.x(-0.44), mouth - 0.02);
        path.quadTo(head.x(-0.25), mouth + 0.11, head.x(0), mouth + 0.11);
        path.quadTo(head.x(0.25), mouth + 0.11, head.x(0.44), mouth - 0.02);
        path.lineTo(head.x(0.40), head.shape.chin() - 0.02);
        path.quadTo(head.x(0), head.shape.chin() + 0.06, head.x(-0.40), head.shape.chin() - 0.02);
        path.closePath();
        return path;
    }

    private static Path2D moustache(HeadView head, double depth) {
        double y = head.y((head.shape.noseY() + head.shape.mouthY()) / 2) + 0.01;
        Path2D path = new Path2D.Double();
        path.moveTo(head.x(0), y - depth * 0.4);
        path.quadTo(head.x(0.3), y - depth * 0.6, head.x(0.50), y + depth * 1.0);
        path.quadTo(head.x(0.2), y + depth * 0.55, head.x(0), y + depth * 0.55);
        path.quadTo(head.x(-0.2), y + depth * 0.55, head.x(-0.50), y + depth * 1.0);
        path.quadTo(head.x(-0.3), y - depth * 0.6, head.x(0), y - depth * 0.4);
        path.closePath();
        return path;
    }
}
