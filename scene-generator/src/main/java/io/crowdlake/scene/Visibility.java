package io.crowdlake.scene;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Stance;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Where faces appear, and how much of each can be seen past the picture's edge, the door's frame and those who stand in front. */
final class Visibility {

    private static final int SAMPLES = 6;

    /** Where the chest is, in widths of the face: to either side of its middle, and below the chin. */
    private static final double CHEST_HALF_WIDTH = 0.7;

    private static final int LEAST_SAMPLES = SAMPLES * SAMPLES / 9;

    private static final double CHEST_FROM = 0.5;
    private static final double CHEST_TO = 2.7;

    private final Lens lens;
    private final Door door;

    Visibility(Lens lens, Door door) {
        this.lens = lens;
        this.door = door;
    }

    /** Whether the middle of the head is in the picture. */
    boolean inView(Stance stance) {
        double scale = lens.scale(stance.z());
        double y = lens.groundY(stance.z()) - stance.person().appearance().faceHeight() * scale;
        return visible(lens.pixelX(stance.x(), stance.z()), y, stance);
    }

    /** The face box as far as it lies in the picture; empty when next to nothing does. */
    Optional<BoundingBox> box(Stance stance) {
        Rectangle2D inside = face(stance).createIntersection(new Rectangle2D.Double(0, 0, lens.width(), lens.height()));
        if (inside.getWidth() < 2 || inside.getHeight() < 2) {
            return Optional.empty();
        }
        double x = inside.getX() / lens.width();
        double y = inside.getY() / lens.height();
        return Optional.of(new BoundingBox(
                x,
                y,
                Math.min(1 - x, inside.getWidth() / lens.width()),
                Math.min(1 - y, inside.getHeight() / lens.height())));
    }

    /** 0..1: the share of the face that can be seen, less as it turns away. */
    double clarity(Stance stance, List<Stance> nearer) {
        double facing = stance.head().facing();
        if (facing == 0) {
            return 0;
        }
        Rectangle2D face = face(stance);
        int seen = 0;
        for (int row = 0; row < SAMPLES; row++) {
            for (int column = 0; column < SAMPLES; column++) {
                double x = face.getX() + face.getWidth() * (column + 0.5) / SAMPLES;
                double y = face.getY() + face.getHeight() * (row + 0.5) / SAMPLES;
                if (visible(x, y, stance) && nearer.stream().noneMatch(other -> covers(other, x, y))) {
                    seen++;
                }
            }
        }
        return facing * seen / (SAMPLES * SAMPLES);
    }

    /** The whole face box in pixels, also where it lies outside the picture. */
    Rectangle2D face(Stance stance) {
        Appearance person = stance.person().appearance();
        HeadPose head = stance.head();
        double scale = lens.scale(stance.z());
        double width = person.faceWidth() * scale;
        double cos = Math.cos(head.roll());
        double sin = Math.sin(head.roll());
        double halfHeight = person.shape().height() / 2;
        double across = Math.hypot(0.5 * cos, halfHeight * sin);
        double down = Math.hypot(halfHeight * cos, 0.5 * sin);
        // the cheek on the near side ends at the ear, which a turn of the head brings towards the middle
        double near = across * Math.min(1, Math.sin(Math.min(Math.PI, 1.4 + head.turn())) / Math.sin(1.4));
        boolean right = Math.sin(head.yaw()) > 0;
        double x1 = right ? -near : -across;
        double x2 = right ? across : near;
        double centerX = lens.pixelX(stance.x(), stance.z());
        double centerY = lens.groundY(stance.z()) - person.faceHeight() * scale;
        return new Rectangle2D.Double(
                centerX + x1 * width, centerY - down * width, (x2 - x1) * width, 2 * down * width);
    }

    /**
     * Mean colour of the chest and of what hides it, or null where most of it is hidden or outside the picture. People whose faces can be seen before it
     * are left out, as by somebody who looks at the picture.
     */
    Colour clothing(Stance stance, List<Stance> nearer) {
        Appearance person = stance.person().appearance();
        double width = person.faceWidth() * lens.scale(stance.z());
        double centerX = lens.pixelX(stance.x(), stance.z());
        double chin = lens.groundY(stance.z())
                - person.faceHeight() * lens.scale(stance.z())
                + person.shape().chin() * width;
        double[] sum = new double[3];
        int seen = 0;
        for (int row = 0; row < SAMPLES; row++) {
            for (int column = 0; column < SAMPLES; column++) {
                double x = centerX + CHEST_HALF_WIDTH * width * (2 * (column + 0.5) / SAMPLES - 1);
                double y = chin + width * (CHEST_FROM + (CHEST_TO - CHEST_FROM) * (row + 0.5) / SAMPLES);
                if (!visible(x, y, stance)) {
                    continue;
                }
                Stance shown = stance;
                for (Stance other : nearer) {
                    shown = covers(other, x, y) ? other : shown;
                }
                if (shown.equals(stance) || shown.head().facing() < 1) {
                    Color top = shown.person().appearance().outfit().top();
                    sum[0] += top.getRed();
                    sum[1] += top.getGreen();
                    sum[2] += top.getBlue();
                    seen++;
                }
            }
        }
        if (seen < LEAST_SAMPLES) {
            return null;
        }
        return new Colour(
                (int) Math.round(sum[0] / seen), (int) Math.round(sum[1] / seen), (int) Math.round(sum[2] / seen));
    }

    private boolean visible(double x, double y, Stance stance) {
        if (x < 0 || y < 0 || x >= lens.width() || y >= lens.height()) {
            return false;
        }
        return door == null || !door.hides(lens, x, stance.z());
    }

    /** Whether a person hides a pixel: head and hair, or body. */
    private boolean covers(Stance other, double x, double y) {
        Appearance person = other.person().appearance();
        double scale = lens.scale(other.z());
        double width = person.faceWidth() * scale;
        double dx = x - lens.pixelX(other.x(), other.z());
        double ground = lens.groundY(other.z());
        double centerY = ground - person.faceHeight() * scale;
        double crown = person.shape().crown() - 0.05;
        double chin = person.shape().chin();
        double middle = centerY + (crown + chin) / 2 * width;
        double headX = dx / (0.56 * width);
        double headY = (y - middle) / ((chin - crown) / 2 * width);
        boolean head = headX * headX + headY * headY < 1;
        double below = (y - centerY) / width - chin;
        double reach = below < 0.3 ? 0.3 * width : 1.3 * person.shoulder() * scale;
        boolean body = below > 0 && y < ground && Math.abs(dx) < reach;
        return head || body;
    }
}
