package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Headwear;
import io.crowdlake.scene.life.Tones;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Draws one head; everything about it is vector, so that it is as clear at 14 pixels as at 160. */
public final class HeadPainter {

    /** Beyond this turn the back of the head is drawn. */
    private static final double BACK = 1.75;

    private final double light;

    /**
     * @param light where the light comes from: -1 left to 1 right, the amount being the strength of the shadow on the other side
     */
    public HeadPainter(double light) {
        this.light = light;
    }

    /** Draws what hangs behind neck and body. The canvas has its origin in the middle of the face box and 1 = width of the face. */
    public void behind(Graphics2D canvas, Appearance person, HeadPose pose) {
        AffineTransform before = canvas.getTransform();
        canvas.rotate(pose.roll());
        HairPainter.behind(new HeadView(canvas, person, pose));
        canvas.setTransform(before);
    }

    /** Draws the head on a transparent layer of its own: features show only where there is skin. */
    public void head(Graphics2D layer, Appearance person, HeadPose pose) {
        AffineTransform before = layer.getTransform();
        layer.rotate(pose.roll());
        HeadView head = new HeadView(layer, person, pose);
        if (Math.abs(head.yaw()) > BACK) {
            HairPainter.back(head);
            beneath(layer, () -> SkullPainter.ears(head));
        } else {
            face(head);
        }
        AccessoryPainter.headwear(head);
        layer.setTransform(before);
    }

    /** Draws what the head covers and nothing within it, on a canvas of the person's own. */
    void outline(Graphics2D canvas, Appearance person, HeadPose pose) {
        AffineTransform before = canvas.getTransform();
        canvas.rotate(pose.roll());
        HeadView head = new HeadView(canvas, person, pose);
        head.fill(SkullPainter.outline(head), head.skin);
        SkullPainter.ears(head);
        if (Math.abs(head.yaw()) > BACK) {
            HairPainter.back(head);
        } else if (person.headwear() != Headwear.SCARF) {
            HairPainter.front(head);
        }
        AccessoryPainter.headwear(head);
        canvas.setTransform(before);
    }

    private static void beneath(Graphics2D layer, Runnable drawing) {
        layer.setComposite(AlphaComposite.DstOver);
        drawing.run();
        layer.setComposite(AlphaComposite.SrcOver);
    }

    private void face(HeadView head) {
        Path2D skull = SkullPainter.outline(head);
        head.fill(skull, head.skin);
        head.canvas.setComposite(AlphaComposite.SrcAtop);
        SkullPainter.shading(head);
        BeardPainter.paint(head);
        AgePainter.lines(head);
        EyePainter.eyes(head);
        AgePainter.nose(head);
        MouthPainter.mouth(head);
        EyePainter.brows(head);
        shadow(head, skull);
        beneath(head.canvas, () -> SkullPainter.ears(head));
        AccessoryPainter.glasses(head);
        if (head.person.headwear() != Headwear.SCARF) {
            HairPainter.front(head);
        }
    }

    private void shadow(HeadView head, Path2D skull) {
        double strength = 0.55 * Math.abs(light);
        if (strength < 0.03) {
            return;
        }
        Color dark = Tones.shade(head.skin, 0.9);
        Color[] colors = {Tones.clear(dark, 0), Tones.clear(dark, strength)};
        float side = light > 0 ? -0.5f : 0.5f;
        head.canvas.setPaint(new LinearGradientPaint(-side * 0.3f, 0, side, 0, new float[] {0, 1}, colors));
        head.canvas.fill(skull);
    }
}
