package io.crowdlake.scene;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.AppearanceSampler;
import io.crowdlake.scene.life.Demographic;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Person;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Stance;
import io.crowdlake.scene.paint.ScenePainter;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Square crops of single faces: every age, gender and emotion about equally often, at all sizes, before changing places. */
final class Portraits {

    static final int SIDE = 96;

    /** Side of the square over the longer side of the face box; room for a trainer to shift, turn and scale. */
    static final double CROP_FACTOR = 1.6;

    private static final int FACES_PER_PLACE = 40;
    private static final Lens LENS = new Lens(480, 480);
    private static final double[][] AGES = {{4, 15}, {16, 19}, {20, 29}, {30, 39}, {40, 49}, {50, 59}, {60, 84}};

    /**
     * @param image 96 x 96
     * @param box the face in the crop's pixels
     */
    record Portrait(BufferedImage image, Demographic who, Rectangle2D box) {}

    private final SplittableRandom random;
    private final Visibility visibility = new Visibility(LENS, null);
    private ScenePainter painter;
    private int drawn;

    Portraits(long seed) {
        random = new SplittableRandom(seed);
    }

    Portrait next() {
        if (drawn % FACES_PER_PLACE == 0) {
            painter = painter();
        }
        Demographic who = demographic();
        return portrait(who, stance(appearance(random.split(), who), facePixels()));
    }

    /** One person several times: other places, poses, sizes and moods, the same looks otherwise. */
    List<Portrait> person(int views) {
        long looks = random.nextLong();
        Demographic who = demographic();
        List<Portrait> portraits = new ArrayList<>();
        for (int view = 0; view < views; view++) {
            painter = painter();
            Demographic now =
                    new Demographic(who.age(), who.gender(), demographic().emotion());
            // the same random numbers, hence the same face, hair and clothes
            Appearance same = appearance(new SplittableRandom(looks), now);
            portraits.add(portrait(now, stance(same, facePixels())));
        }
        return portraits;
    }

    private Portrait portrait(Demographic who, Stance stance) {
        List<Stance> all = new ArrayList<>();
        if (random.nextDouble() < 0.25) {
            all.add(stance(appearance(random.split(), demographic()), 14));
        }
        all.add(stance);
        BufferedImage frame = painter.paint(all, drawn++);
        Rectangle2D face = visibility.face(stance);
        double side = CROP_FACTOR * Math.max(face.getWidth(), face.getHeight());
        double left = face.getCenterX() - side / 2;
        double top = face.getCenterY() - side / 2;
        double zoom = SIDE / side;
        Rectangle2D inside = new Rectangle2D.Double(
                (face.getX() - left) * zoom,
                (face.getY() - top) * zoom,
                face.getWidth() * zoom,
                face.getHeight() * zoom);
        return new Portrait(cut(frame, left, top, side), who, inside);
    }

    private Demographic demographic() {
        double[] band = AGES[random.nextInt(AGES.length)];
        double age = band[0] + (band[1] + 0.99 - band[0]) * random.nextDouble();
        Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
        Emotion emotion = Emotion.values()[random.nextInt(Emotion.values().length - 1)];
        return new Demographic(Math.round(age * 10) / 10.0, gender, emotion);
    }

    private ScenePainter painter() {
        Place place = Place.values()[random.nextInt(Place.values().length)];
        return new ScenePainter(place, LENS, new Door(1.5, 0.6, 2.1), random.nextLong());
    }

    private double facePixels() {
        return 18 * Math.pow(8, random.nextDouble());
    }

    private static Appearance appearance(SplittableRandom looks, Demographic who) {
        return new AppearanceSampler(looks).sample(who);
    }

    private Stance stance(Appearance person, double facePixels) {
        double z = LENS.distance(facePixels / person.faceWidth());
        // whoever would stand with the face out of the picture steps back
        while (LENS.groundY(z) - (person.faceHeight() - 0.8 * person.faceWidth()) * LENS.scale(z) > LENS.height()
                || LENS.groundY(z) - (person.faceHeight() + 0.9 * person.faceWidth()) * LENS.scale(z) < 0) {
            z *= 1.08;
        }
        HeadPose head = new HeadPose(spread(0.85), spread(0.2) - 0.02, spread(0.2));
        return new Stance(new Person("portrait", person, null), spread(0.6) * LENS.halfView(z), z, head, spread(1));
    }

    private double spread(double most) {
        return (random.nextDouble() + random.nextDouble() - 1) * most;
    }

    /** The square, scaled; beyond the picture's edge its border goes on. */
    private static BufferedImage cut(BufferedImage frame, double left, double top, double side) {
        int size = (int) Math.ceil(side);
        BufferedImage square = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            int fromY = Math.max(0, Math.min(frame.getHeight() - 1, (int) Math.round(top + y)));
            for (int x = 0; x < size; x++) {
                int fromX = Math.max(0, Math.min(frame.getWidth() - 1, (int) Math.round(left + x)));
                square.setRGB(x, y, frame.getRGB(fromX, fromY));
            }
        }
        BufferedImage current = square;
        while (current.getWidth() > 2 * SIDE) {
            current = scaled(current, current.getWidth() / 2);
        }
        return scaled(current, SIDE);
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage out = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = out.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, side, side, null);
        canvas.dispose();
        return out;
    }
}
