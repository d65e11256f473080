package io.crowdlake.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.scene.life.Place;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneTest {

    private static final Duration LATER = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(Place.class)
    void sameSeedGivesTheSamePixelsAndTruth(Place place) {
        SceneOptions options = SceneOptions.sparse(7).withPlace(place);
        SceneFrame first = new Scene(options).frameAt(LATER);
        SceneFrame second = new Scene(options).frameAt(LATER);

        assertThat(first.truth()).isEqualTo(second.truth());
        assertThat(pixels(first)).isEqualTo(pixels(second));
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        Scene first = new Scene(SceneOptions.sparse(1));
        Scene second = new Scene(SceneOptions.sparse(2));
        first.frameAt(LATER);
        second.frameAt(LATER);

        assertThat(first.newcomers()).isNotEmpty().doesNotContainAnyElementsOf(second.newcomers());
    }

    @Test
    void framesFollowEachOtherAtTheSceneRate() {
        Scene scene = new Scene(SceneOptions.sparse(1).withFramesPerSecond(10).withSize(320, 240));

        assertThat(scene.next().position()).isZero();
        assertThat(scene.next().position()).isEqualTo(Duration.ofMillis(100));
        SceneFrame third = scene.next();
        assertThat(third.truth().index()).isEqualTo(2);
        assertThat(third.image().getWidth()).isEqualTo(320);
        assertThat(third.image().getHeight()).isEqualTo(240);
    }

    @Test
    void facesAreDrawnWhereTheTruthSaysAndNowhereElse() {
        for (long seed = 1; seed <= 6; seed++) {
            Scene scene = new Scene(SceneOptions.sparse(seed).withFramesPerSecond(0.5));
            byte[] empty = pixels(scene.next()).clone();
            List<Double> changes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                SceneFrame frame = scene.next();
                if (frame.truth().peopleInView() == 0) {
                    continue;
                }
                for (FaceTruth face : frame.truth().faces()) {
                    if (face.clear()) {
                        changes.add(change(empty, frame, face));
                    }
                }
                assertThat(changeOfTopRow(empty, frame))
                        .as("change where nobody is")
                        .isLessThan(8);
            }
            assertThat(changes)
                    .as("change of the picture within the face boxes of scene %d", seed)
                    .hasSizeGreaterThan(5)
                    .allMatch(change -> change > 5)
                    .satisfies(all -> assertThat(
                                    all.stream().mapToDouble(c -> c).average().orElseThrow())
                            .isGreaterThan(25));
        }
    }

    @Test
    void timeOnlyGoesForward() {
        Scene scene = new Scene(SceneOptions.sparse(1).withSize(160, 120));
        scene.frameAt(LATER);

        assertThatThrownBy(() -> scene.frameAt(LATER.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only goes forward");
    }

    /** Mean difference of the face box's middle from the empty place, 0..255. */
    private static double change(byte[] empty, SceneFrame frame, FaceTruth face) {
        int width = frame.image().getWidth();
        int height = frame.image().getHeight();
        double sum = 0;
        int count = 0;
        for (double v = 0.25; v < 0.8; v += 0.05) {
            for (double u = 0.25; u < 0.8; u += 0.05) {
                int x = (int) ((face.box().x() + u * face.box().width()) * width);
                int y = (int) ((face.box().y() + v * face.box().height()) * height);
                sum += difference(empty, pixels(frame), 3 * (y * width + x));
                count++;
            }
        }
        return sum / count;
    }

    private static double changeOfTopRow(byte[] empty, SceneFrame frame) {
        int width = frame.image().getWidth();
        return Arrays.stream(new int[] {0, width / 4, width / 2, width - 1})
                .mapToDouble(x -> difference(empty, pixels(frame), 3 * x))
                .average()
                .orElseThrow();
    }

    private static double difference(byte[] a, byte[] b, int at) {
        int sum = 0;
        for (int i = at; i < at + 3; i++) {
            sum += Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return sum / 3.0;
    }

    private static byte[] pixels(SceneFrame frame) {
        BufferedImage image = frame.image();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
