package io.crowdlake.scene;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Stance;
import io.crowdlake.scene.paint.CoverFinder;
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

    /** Where hair and hats are, in heights of the face: to either side of its middle, and above it. */
    private static final double CROWN_HALF_WIDTH = 0.25;

    private static final double CROWN_HEIGHT = 0.18;

    private final Lens lens;
    private final Door door;
    private final CoverFinder covers;

    Visibility(Lens lens, Door door) {
        this.lens = lens;
        this.door = door;
        this.covers = new CoverFinder(lens, SAMPLES);
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
        int[] before = covers.nearest(face, nearer);
        int seen = 0;
        for (int cell = 0; cell < before.length; cell++) {
            seen += before[cell] == CoverFinder.NOBODY && visible(face, cell, stance) ? 1 : 0;
        }
        return facing * seen / before.length;
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
        Rectangle2D chest = new Rectangle2D.Double(
                centerX - CHEST_HALF_WIDTH * width,
                chin + CHEST_FROM * width,
                2 * CHEST_HALF_WIDTH * width,
                (CHEST_TO - CHEST_FROM) * width);
        return colour(chest, stance, person.outfit().top(), nearer);
    }

    /** The same of the hair, or of the hat on it; of a head without either it is that of the skin. */
    Colour hair(Stance stance, List<Stance> nearer) {
        Rectangle2D face = face(stance);
        Rectangle2D crown = new Rectangle2D.Double(
                face.getCenterX() - CROWN_HALF_WIDTH * face.getHeight(),
                face.getY() - CROWN_HEIGHT * face.getHeight(),
                2 * CROWN_HALF_WIDTH * face.getHeight(),
                CROWN_HEIGHT * face.getHeight());
        return colour(crown, stance, stance.person().appearance().crownColor(), nearer);
    }

    private Colour colour(Rectangle2D area, Stance stance, Color own, List<Stance> nearer) {
        int[] before = covers.nearest(area, nearer);
        double[] sum = new double[3];
        int seen = 0;
        for (int cell = 0; cell < before.length; cell++) {
            boolean free = before[cell] == CoverFinder.NOBODY;
            Stance shown = free ? stance : nearer.get(before[cell]);
            if (visible(area, cell, stance) && (free || shown.head().facing() < 1)) {
                Color colour = free ? own : shown.person().appearance().outfit().top();
                sum[0] += colour.getRed();
                sum[1] += colour.getGreen();
                sum[2] += colour.getBlue();
                seen++;
            }
        }
        if (seen < LEAST_SAMPLES) {
            return null;
        }
        return new Colour(
                (int) Math.round(sum[0] / seen), (int) Math.round(sum[1] / seen), (int) Math.round(sum[2] / seen));
    }

    private boolean visible(Rectangle2D area, int cell, Stance stance) {
        double x = area.getX() + area.getWidth() * (cell % SAMPLES + 0.5) / SAMPLES;
        double y = area.getY() + area.getHeight() * (cell / SAMPLES + 0.5) / SAMPLES;
        return visible(x, y, stance);
    }

    private boolean visible(double x, double y, Stance stance) {
        if (x < 0 || y < 0 || x >= lens.width() || y >= lens.height()) {
            return false;
        }
        return door == null || !door.hides(lens, x, stance.z());
    }
}
