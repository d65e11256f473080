package io.crowdlake.scene.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.AppearanceSampler;
import io.crowdlake.scene.life.Demographic;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Person;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Stance;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenePainterTest {

    private static final Lens LENS = new Lens(640, 480);
    private static final Door DOOR = new Door(0, 0.6, 2.1);

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlaceFillsThePicture(Place place) {
        BufferedImage image = painter(place, 2).paint(List.of(), 0);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 480; y += 4) {
            for (int x = 0; x < 640; x += 4) {
                colours.add(image.getRGB(x, y) & 0xF0F0F0);
            }
        }

        assertThat(colours).as("a place has many colours").hasSizeGreaterThan(20);
    }

    @Test
    void placesOfAKindDiffer() {
        assertThat(changed(picture(Place.STREET, 1), picture(Place.STREET, 2)).width)
                .isGreaterThan(600);
    }

    @Test
    void aPersonStandsWhereTheLensSays() {
        ScenePainter painter = painter(Place.MUSEUM, 4);
        BufferedImage empty = copy(painter.paint(List.of(), 0));
        Rectangle changed = changed(empty, painter.paint(List.of(stance(0.8, 3)), 0));
        double scale = LENS.scale(3);

        assertThat(changed.getCenterX())
                .isBetween(LENS.pixelX(0.8, 3) - 0.1 * scale, LENS.pixelX(0.8, 3) + 0.1 * scale);
        assertThat(changed.getWidth()).isBetween(0.4 * scale, 0.8 * scale);
        assertThat(changed.getY()).isBetween(LENS.groundY(3) - 2.2 * scale, LENS.groundY(3) - 1.5 * scale);
    }

    @Test
    void theNearerPersonCoversTheFarther() {
        ScenePainter painter = painter(Place.PARK, 4);
        Stance near = stance(0, 2);
        BufferedImage alone = copy(painter.paint(List.of(near), 0));
        BufferedImage both = painter.paint(List.of(stance(0.15, 3), near), 0);
        int x = (int) LENS.pixelX(0, 2);
        int y = (int) (LENS.groundY(2) - near.person().appearance().faceHeight() * LENS.scale(2));

        assertThat(both.getRGB(x, y)).isEqualTo(alone.getRGB(x, y));
        assertThat(both.getRGB(x, y + 60)).isEqualTo(alone.getRGB(x, y + 60));
        assertThat(changed(alone, both).isEmpty())
                .as("the other one shows at the side")
                .isFalse();
    }

    @Test
    void whoStandsBehindTheWallIsSeenInTheDoorwayOnly() {
        ScenePainter painter = painter(Place.SHOP, 4);
        BufferedImage empty = copy(painter.paint(List.of(), 0));

        assertThat(changed(empty, painter.paint(List.of(stance(3, Lens.WALL + 0.4)), 0))
                        .isEmpty())
                .isTrue();
        Rectangle half = changed(empty, painter.paint(List.of(stance(0.65, Lens.WALL + 0.4)), 0));
        assertThat(half.isEmpty()).isFalse();
        assertThat(half.getMaxX()).isLessThanOrEqualTo(LENS.pixelX(0.6, Lens.WALL) + 2);
    }

    private static Stance stance(double x, double z) {
        var appearance = new AppearanceSampler(new SplittableRandom(8))
                .sample(new Demographic(40, Gender.MALE, Emotion.NEUTRAL));
        return new Stance(new Person("someone", appearance, null), x, z, HeadPose.FRONT, 0);
    }

    private static ScenePainter painter(Place place, long seed) {
        return new ScenePainter(place, LENS, DOOR, seed);
    }

    private static BufferedImage picture(Place place, long seed) {
        return painter(place, seed).paint(List.of(), 0);
    }

    /** What two pictures differ in. */
    private static Rectangle changed(BufferedImage a, BufferedImage b) {
        Rectangle area = new Rectangle(-1, -1);
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    area.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return area;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(copy.getRaster());
        return copy;
    }
}
