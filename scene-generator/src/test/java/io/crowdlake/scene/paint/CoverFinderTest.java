package io.crowdlake.scene.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.AppearanceSampler;
import io.crowdlake.scene.life.Demographic;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Person;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Stance;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverFinderTest {

    private static final Lens LENS = new Lens(640, 480);
    private static final int SIDE = 24;
    private static final double DISTANCE = 2.5;

    private final CoverFinder finder = new CoverFinder(LENS, SIDE);

    @ParameterizedTest(name = "turned by {0} rad")
    @ValueSource(doubles = {0, 0.8, Math.PI})
    void headsWithHairAndHatsHideWhatTheyAreDrawnOver(double yaw) {
        ScenePainter painter = new ScenePainter(Place.PARK, LENS, null, 3);
        BufferedImage empty = copy(painter.paint(List.of(), 0));
        SplittableRandom random = new SplittableRandom(5);
        int wrong = 0;
        int cells = 0;
        for (int i = 0; i < 40; i++) {
            Gender gender = i % 2 == 0 ? Gender.FEMALE : Gender.MALE;
            Appearance looks =
                    new AppearanceSampler(random).sample(new Demographic(5 + 2 * i, gender, Emotion.NEUTRAL));
            Stance stance = new Stance(new Person("somebody", looks, null), 0, DISTANCE, new HeadPose(yaw, 0, 0.2), 0);
            Rectangle2D area = around(looks);
            BufferedImage picture = painter.paint(List.of(stance), 0);
            int[] found = finder.nearest(area, List.of(stance));
            for (int cell = 0; cell < found.length; cell++) {
                int x = (int) (area.getX() + area.getWidth() * (cell % SIDE + 0.5) / SIDE);
                int y = (int) (area.getY() + area.getHeight() * (cell / SIDE + 0.5) / SIDE);
                boolean drawn = picture.getRGB(x, y) != empty.getRGB(x, y);
                wrong += drawn == (found[cell] == CoverFinder.NOBODY) ? 1 : 0;
                cells++;
            }
        }

        assertThat(wrong).as("cells of %s, edges aside", cells).isLessThan(cells / 80);
    }

    @Test
    void theNearestIsSeenAndNobodyWhereNobodyIs() {
        Stance left = somebody(-0.6, 3);
        Stance far = somebody(0.5, 3);
        Stance near = somebody(0.5, DISTANCE);
        Appearance looks = near.person().appearance();

        assertThat(finder.nearest(face(near), List.of(left, far, near))).containsOnly(2);
        assertThat(finder.nearest(face(far), List.of(left, far))).containsOnly(1);
        assertThat(finder.nearest(face(near), List.of(left))).containsOnly(CoverFinder.NOBODY);
        assertThat(finder.nearest(around(looks), List.of())).containsOnly(CoverFinder.NOBODY);
    }

    /** The middle of a face, which nothing of the person's own leaves free. */
    private static Rectangle2D face(Stance stance) {
        Appearance looks = stance.person().appearance();
        double width = looks.faceWidth() * LENS.scale(stance.z());
        double x = LENS.pixelX(stance.x(), stance.z());
        double y = LENS.groundY(stance.z()) - looks.faceHeight() * LENS.scale(stance.z());
        return new Rectangle2D.Double(x - 0.2 * width, y - 0.2 * width, 0.4 * width, 0.4 * width);
    }

    private static Rectangle2D around(Appearance looks) {
        double width = looks.faceWidth() * LENS.scale(DISTANCE);
        double y = LENS.groundY(DISTANCE) - looks.faceHeight() * LENS.scale(DISTANCE);
        return new Rectangle2D.Double(LENS.pixelX(0, DISTANCE) - 1.5 * width, y - 2 * width, 3 * width, 3 * width);
    }

    private static Stance somebody(double x, double z) {
        Appearance looks = new AppearanceSampler(new SplittableRandom(1))
                .sample(new Demographic(30, Gender.FEMALE, Emotion.NEUTRAL));
        return new Stance(new Person("somebody", looks, null), x, z, HeadPose.FRONT, 0);
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(copy.getRaster());
        return copy;
    }
}
