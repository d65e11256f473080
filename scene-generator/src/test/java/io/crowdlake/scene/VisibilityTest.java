package io.crowdlake.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.Appearance;
import io.crowdlake.scene.life.AppearanceSampler;
import io.crowdlake.scene.life.Demographic;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Hair;
import io.crowdlake.scene.life.HairStyle;
import io.crowdlake.scene.life.HeadPose;
import io.crowdlake.scene.life.Headwear;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Person;
import io.crowdlake.scene.life.Stance;
import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private final Appearance adult =
            new AppearanceSampler(new SplittableRandom(1)).sample(new Demographic(30, Gender.FEMALE, Emotion.NEUTRAL));
    private final Lens lens = new Lens(640, 480);
    private final Visibility visibility = new Visibility(lens, new Door(0, 0.6, 2.1));

    @Test
    void aFaceInFrontOfTheCameraIsClear() {
        Stance stance = stance(0, 2, HeadPose.FRONT);
        BoundingBox box = visibility.box(stance).orElseThrow();

        assertThat(visibility.clarity(stance, List.of())).isEqualTo(1);
        assertThat(box.centerX()).isBetween(0.49, 0.51);
        assertThat(box.width() * 640)
                .isBetween(adult.faceWidth() * lens.scale(2) - 1, adult.faceWidth() * lens.scale(2) + 1);
    }

    @Test
    void aFaceGetsLessClearAsItTurnsAwayUntilNothingIsLeft() {
        double before = 1;
        for (double yaw = 0.9; yaw < HeadPose.HIDDEN_YAW; yaw += 0.1) {
            double clarity = visibility.clarity(stance(0, 2, new HeadPose(yaw, 0, 0)), List.of());
            assertThat(clarity).isLessThan(before);
            before = clarity;
        }
        assertThat(visibility.clarity(stance(0, 2, new HeadPose(Math.PI, 0, 0)), List.of()))
                .isZero();
        assertThat(visibility.clarity(stance(0, 2, new HeadPose(-2, 0, 0)), List.of()))
                .isZero();
    }

    @Test
    void whoStandsInFrontHidesTheFaceBehind() {
        Stance behind = stance(0, 3, HeadPose.FRONT);

        assertThat(visibility.clarity(behind, List.of(stance(0, 2, HeadPose.FRONT))))
                .isLessThan(0.2);
        assertThat(visibility.clarity(behind, List.of(stance(0.9, 2, HeadPose.FRONT))))
                .isEqualTo(1);
    }

    @Test
    void aBroadHatHidesTheFaceBehindIt() {
        // in the picture the brim reaches from half to four fifths of the nearer face's width to either side
        Stance behind = stance(0.7 * adult.faceWidth() * 3.5 / 1.5, 3.5, HeadPose.FRONT);
        double bare = visibility.clarity(behind, List.of(near(Headwear.NONE)));

        assertThat(visibility.clarity(behind, List.of(near(Headwear.BRIM)))).isLessThan(bare - 0.1);
    }

    @Test
    void clothesHaveTheirColourUnlessSomebodyStandsBeforeThem() {
        Color top = adult.outfit().top();
        Colour worn = new Colour(top.getRed(), top.getGreen(), top.getBlue());
        Stance behind = stance(0, 3, HeadPose.FRONT);

        assertThat(visibility.clothing(behind, List.of())).isEqualTo(worn);
        assertThat(visibility.clothing(behind, List.of(stance(0.9, 2, HeadPose.FRONT))))
                .isEqualTo(worn);
        assertThat(visibility.clothing(behind, List.of(stance(0, 1.5, HeadPose.FRONT))))
                .as("hidden by somebody who is seen")
                .isNull();
        assertThat(visibility.clothing(behind, List.of(stance(0, 2, new HeadPose(Math.PI, 0, 0)))))
                .as("those of somebody who looks away")
                .isNotNull();
        assertThat(visibility.clothing(stance(-5, 2, HeadPose.FRONT), List.of()))
                .isNull();
    }

    @Test
    void hairHasItsColourUnlessAHatIsOnItOrSomebodyBeforeIt() {
        Stance hatted = near(Headwear.BEANIE);
        Color hair = hatted.person().appearance().hair().color();
        Stance behind = new Stance(near(Headwear.NONE).person(), 0, 1.8, HeadPose.FRONT, 0);

        assertThat(visibility.hair(near(Headwear.NONE), List.of()))
                .isEqualTo(new Colour(hair.getRed(), hair.getGreen(), hair.getBlue()));
        assertThat(visibility.hair(hatted, List.of())).isEqualTo(new Colour(0, 0, 0));
        assertThat(visibility.hair(behind, List.of(near(Headwear.BRIM)))).isNull();
    }

    @Test
    void aFaceOnTheEdgeIsCutOff() {
        Stance stance = stance(-lens.halfView(2), 2, HeadPose.FRONT);

        assertThat(visibility.clarity(stance, List.of())).isBetween(0.4, 0.6);
        assertThat(visibility.box(stance).orElseThrow().x()).isZero();
        assertThat(visibility.box(stance(-5, 2, HeadPose.FRONT))).isEmpty();
    }

    @Test
    void theWallHidesWhoeverIsNotInTheDoorway() {
        assertThat(visibility.inView(stance(0, Lens.WALL + 0.4, HeadPose.FRONT)))
                .isTrue();
        assertThat(visibility.inView(stance(1.2, Lens.WALL + 0.4, HeadPose.FRONT)))
                .isFalse();
        assertThat(visibility.clarity(stance(1.2, Lens.WALL + 0.4, HeadPose.FRONT), List.of()))
                .isZero();
    }

    @Test
    void aTiltedHeadNeedsAWiderBoxAndATurnedOneANarrowerBox() {
        double straight = visibility.face(stance(0, 2, HeadPose.FRONT)).getWidth();

        assertThat(visibility.face(stance(0, 2, new HeadPose(0, 0, 0.4))).getWidth())
                .isGreaterThan(straight * 1.05);
        assertThat(visibility.face(stance(0, 2, new HeadPose(0.8, 0, 0))).getWidth())
                .isLessThan(straight * 0.95);
    }

    private Stance stance(double x, double z, HeadPose head) {
        return new Stance(new Person("someone", adult, null), x, z, head, 0);
    }

    private Stance near(Headwear headwear) {
        Appearance dressed = new Appearance(
                adult.demographic(),
                adult.skin(),
                adult.iris(),
                adult.shape(),
                new Hair(HairStyle.CREW, adult.hair().color(), adult.hair().browColor(), 0, 0.02),
                adult.beard(),
                adult.glasses(),
                headwear,
                Color.BLACK,
                adult.expression(),
                adult.outfit(),
                adult.stature(),
                adult.faceWidth(),
                adult.freckles(),
                adult.makeup());
        return new Stance(new Person("near", dressed, null), 0, 1.5, HeadPose.FRONT, 0);
    }
}
