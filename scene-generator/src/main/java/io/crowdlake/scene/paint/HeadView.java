package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.Demographic;
import io.crowdlake.scene.life.FaceShape;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Tones;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;

/**
 * The drawing surface of one head: the origin is the middle of the face box and 1 is the width of the face. Features sit on a cylinder, so
 * that a turn of the head moves and narrows them.
 */
final class HeadView {

    final Graphics2D canvas;
    final Appearance person;
    final Demographic who;
    final FaceShape shape;
    final Color skin;
    private final double yaw;
    private final double drop;

    HeadView(Graphics2D canvas, Appearance person, HeadPose pose) {
        this.canvas = canvas;
        this.person = person;
        this.who = person.demographic();
        this.shape = person.shape();
        this.skin = person.skin();
        this.yaw = Math.IEEEremainder(pose.yaw(), 2 * Math.PI);
        this.drop = pose.pitch() * 0.35;
    }

    double yaw() {
        return yaw;
    }

    /** Where a point of the head's surface appears, given its angle from the nose; those behind the edge stay on the edge. */
    double x(double angle) {
        return 0.5 * Math.sin(Math.max(-Math.PI / 2, Math.min(Math.PI / 2, angle + yaw)));
    }

    /** Height of a feature on a nodding head. */
    double y(double height) {
        return height + drop;
    }

    /** How wide a feature at that angle appears, 0..1. */
    double narrow(double angle) {
        return Math.max(0, Math.cos(angle + yaw));
    }

    /** Draws with the origin at a feature and the horizontal axis narrowed as the head's turn asks for; not at all when it is out of view. */
    void at(double angle, double height, Runnable drawing) {
        double narrow = narrow(angle);
        if (narrow < 0.08) {
            return;
        }
        AffineTransform before = canvas.getTransform();
        canvas.translate(x(angle), y(height));
        canvas.scale(narrow, 1);
        drawing.run();
        canvas.setTransform(before);
    }

    /** Draws inside an area only; its edge is hard, so draw a line along it afterwards. */
    void within(Shape area, Runnable drawing) {
        Shape before = canvas.getClip();
        canvas.setClip(area);
        drawing.run();
        canvas.setClip(before);
    }

    void fill(Shape area, Color color) {
        canvas.setPaint(color);
        canvas.fill(area);
    }

    void line(Shape path, double width, Color color) {
        canvas.setPaint(color);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(path);
    }

    /** A soft spot: the colour at the middle, nothing at the rim. */
    void glow(double x, double y, double radiusX, double radiusY, Color color, double opacity) {
        if (opacity <= 0.01) {
            return;
        }
        AffineTransform before = canvas.getTransform();
        canvas.translate(x, y);
        canvas.scale(radiusX, radiusY);
        canvas.setPaint(new RadialGradientPaint(
                0, 0, 1, new float[] {0, 1}, new Color[] {Tones.clear(color, opacity), Tones.clear(color, 0)}));
        canvas.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        canvas.setTransform(before);
    }
}
