package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AppearanceSamplerTest {

    @Property(tries = 300)
    void everyFaceHoldsTogether(
            @ForAll long seed, @ForAll @DoubleRange(min = 3, max = 90) double age, @ForAll boolean female) {
        Gender gender = female ? Gender.FEMALE : Gender.MALE;
        Appearance person =
                new AppearanceSampler(new SplittableRandom(seed)).sample(new Demographic(age, gender, Emotion.FEAR));
        FaceShape shape = person.shape();

        assertThat(shape.top()).isLessThan(shape.eyeY() - 0.2);
        assertThat(shape.eyeY()).isLessThan(shape.noseY());
        assertThat(shape.noseY()).isLessThan(shape.mouthY());
        assertThat(shape.mouthY()).isLessThan(shape.chin());
        assertThat(person.stature()).isBetween(0.85, 1.95);
        assertThat(person.faceWidth()).isBetween(0.12, 0.18);
        assertThat(person.faceHeight()).isBetween(0.6, person.stature());
    }

    @Test
    void hairGreysWithTheYears() {
        assertThat(mean(25, Gender.FEMALE, AppearanceSamplerTest::greyness))
                .isLessThan(mean(52, Gender.FEMALE, AppearanceSamplerTest::greyness));
        assertThat(mean(52, Gender.FEMALE, AppearanceSamplerTest::greyness))
                .isLessThan(mean(72, Gender.FEMALE, AppearanceSamplerTest::greyness));
    }

    @Test
    void onlyMenHaveBeardsAndOnlyChildrenAreSmall() {
        assertThat(people(40, Gender.FEMALE)).allMatch(person -> person.beard() == Beard.NONE);
        assertThat(people(8, Gender.MALE)).allMatch(person -> person.beard() == Beard.NONE);
        assertThat(people(40, Gender.MALE)).anyMatch(person -> person.beard() == Beard.FULL);
        assertThat(mean(6, Gender.MALE, Appearance::stature)).isLessThan(1.3);
        assertThat(mean(40, Gender.MALE, Appearance::stature)).isBetween(1.7, 1.85);
    }

    @Test
    void sameRandomNumbersGiveTheSamePerson() {
        Demographic who = new Demographic(33, Gender.MALE, Emotion.HAPPINESS);
        assertThat(new AppearanceSampler(new SplittableRandom(3)).sample(who))
                .isEqualTo(new AppearanceSampler(new SplittableRandom(3)).sample(who));
    }

    private static double mean(double age, Gender gender, ToDoubleFunction<Appearance> value) {
        return people(age, gender).stream().mapToDouble(value).average().orElseThrow();
    }

    private static List<Appearance> people(double age, Gender gender) {
        AppearanceSampler sampler = new AppearanceSampler(new SplittableRandom(5));
        return Stream.generate(() -> sampler.sample(new Demographic(age, gender, Emotion.NEUTRAL)))
                .limit(60)
                .toList();
    }

    /** 1 for a grey, 0 for a full colour or black. */
    private static double greyness(Appearance person) {
        Color hair = person.hair().color();
        float[] hsb = Color.RGBtoHSB(hair.getRed(), hair.getGreen(), hair.getBlue(), null);
        return (1 - hsb[1]) * hsb[2];
    }
}
