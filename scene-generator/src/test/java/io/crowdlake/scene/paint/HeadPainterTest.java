package io.crowdlake.scene.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.AppearanceSampler;
import io.crowdlake.scene.life.Demographic;
import io.crowdlake.scene.life.HeadPose;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadPainterTest {

    private static final int SIDE = 120;
    private static final int FACE = 60;

    @Test
    void emotionsOfOnePersonLookDifferent() {
        Map<Emotion, BufferedImage> looks = new HashMap<>();
        for (Emotion emotion : Emotion.values()) {
            if (emotion != Emotion.UNKNOWN) {
                looks.put(emotion, draw(person(30, emotion, 2), HeadPose.FRONT));
            }
        }
        looks.forEach((one, first) -> looks.forEach((other, second) -> {
            if (one != other) {
                assertThat(difference(first, second))
                        .as("%s and %s", one, other)
                        .isGreaterThan(0.5);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.8, -0.4, 0, 0.4, 0.8})
    void theMiddleOfATurnedFaceIsSkin(double yaw) {
        Appearance person = person(25, Emotion.NEUTRAL, 3);
        BufferedImage image = draw(person, new HeadPose(yaw, 0, 0));
        int forehead = image.getRGB(SIDE / 2 + (int) (Math.sin(yaw) * FACE * 0.3), SIDE / 2 - (int) (0.36 * FACE));

        assertThat(Math.abs((forehead >> 16 & 255) - person.skin().getRed())).isLessThan(60);
    }

    @Test
    void aHeadTurnedAwayShowsNoFace() {
        BufferedImage happy = draw(person(30, Emotion.HAPPINESS, 2), new HeadPose(Math.PI, 0, 0));
        BufferedImage angry = draw(person(30, Emotion.ANGER, 2), new HeadPose(Math.PI, 0, 0));

        assertThat(difference(happy, angry))
                .as("the back of the head does not tell the mood")
                .isLessThan(0.01);
    }

    @Test
    void nothingIsDrawnFarFromTheHead() {
        for (long seed = 0; seed < 30; seed++) {
            BufferedImage image = draw(person(40, Emotion.SURPRISE, seed), new HeadPose(0.3, 0.1, 0.1));
            assertThat(image.getRGB(1, SIDE - 2) >>> 24).isZero();
            assertThat(image.getRGB(SIDE - 2, SIDE - 2) >>> 24).isZero();
        }
    }

    private static Appearance person(double age, Emotion emotion, long seed) {
        return new AppearanceSampler(new SplittableRandom(seed)).sample(new Demographic(age, Gender.MALE, emotion));
    }

    private static BufferedImage draw(Appearance person, HeadPose pose) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D canvas = image.createGraphics();
        canvas.translate(SIDE / 2.0, SIDE / 2.0);
        canvas.scale(FACE, FACE);
        new HeadPainter(0.2).head(canvas, person, pose);
        canvas.dispose();
        return image;
    }

    /** Mean over the face's middle, 0..255. */
    private static double difference(BufferedImage a, BufferedImage b) {
        double sum = 0;
        int from = SIDE / 2 - FACE / 2;
        for (int y = from; y < from + FACE; y++) {
            for (int x = from; x < from + FACE; x++) {
                sum += Math.abs((a.getRGB(x, y) & 255) - (b.getRGB(x, y) & 255));
            }
        }
        return sum / (FACE * FACE);
    }
}
