package io.crowdlake.benchmark.inference;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.face.FaceBox;
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
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** People side by side, each in a column of the picture's width, so that nobody hides another and everybody looks at the camera. */
final class GroupPicture {

    /** Width of a face in columns: large enough to be described in a small picture, small enough for hair and shoulders. */
    private static final double SMALLEST = 0.32;

    private static final double LARGEST = 0.44;
    private static final int MOST_COLUMNS = 4;
    private static final double YOUNGEST = 18;
    private static final double OLDEST = 75;

    private final Lens lens;
    private final SplittableRandom random;
    private final BufferedImage image;
    private final List<FaceBox> faces;

    GroupPicture(int width, int height, int people, SplittableRandom random) {
        this.lens = new Lens(width, height);
        this.random = random;
        List<Stance> stances = new ArrayList<>();
        for (int column = 0; column < people; column++) {
            stances.add(stance(column, (double) width / Math.max(people, MOST_COLUMNS)));
        }
        stances.sort(Comparator.comparingDouble(Stance::z).reversed());
        Place place = Place.values()[random.nextInt(Place.values().length)];
        Door door = place.indoors() ? new Door(0.5, 0.6, 2.1) : null;
        image = new ScenePainter(place, lens, door, random.nextLong()).paint(stances, random.nextInt(1000));
        faces = stances.stream().map(this::face).toList();
    }

    BufferedImage image() {
        return image;
    }

    List<FaceBox> faces() {
        return faces;
    }

    private Stance stance(int column, double columnWidth) {
        Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
        Emotion emotion = Emotion.values()[random.nextInt(Emotion.values().length - 1)];
        double age = YOUNGEST + (OLDEST - YOUNGEST) * random.nextDouble();
        Appearance person = new AppearanceSampler(random.split()).sample(new Demographic(age, gender, emotion));
        double facePixels = columnWidth * (SMALLEST + (LARGEST - SMALLEST) * random.nextDouble());
        double z = lens.distance(facePixels / person.faceWidth());
        double pixelX = columnWidth * (column + 0.5 + 0.1 * (random.nextDouble() - 0.5));
        double x = (pixelX - lens.width() / 2.0) / lens.scale(z);
        HeadPose head = new HeadPose(0.3 * (random.nextDouble() - 0.5), 0.1 * (random.nextDouble() - 0.5), 0);
        return new Stance(new Person("benchmark-" + column, person, null), x, z, head, 0);
    }

    /** Cheek to cheek and forehead to chin of a head that is held upright and turned a little at most. */
    private FaceBox face(Stance stance) {
        Appearance person = stance.person().appearance();
        double scale = lens.scale(stance.z());
        double halfWidth = person.faceWidth() * scale / 2;
        double halfHeight = halfWidth * person.shape().height();
        double x = lens.pixelX(stance.x(), stance.z());
        double y = lens.groundY(stance.z()) - person.faceHeight() * scale;
        return new FaceBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, 1);
    }
}
