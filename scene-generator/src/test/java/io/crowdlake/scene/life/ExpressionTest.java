package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What tells the emotions apart, whoever shows them. */
class ExpressionTest {

    @Property(tries = 200)
    void happyMouthsRiseAndSadOnesFall(@ForAll long seed) {
        assertThat(look(Emotion.HAPPINESS, seed).corners()).isGreaterThan(0.08);
        assertThat(look(Emotion.SADNESS, seed).corners()).isLessThan(-0.05);
        assertThat(look(Emotion.NEUTRAL, seed).corners()).isBetween(-0.02, 0.02);
    }

    @Property(tries = 200)
    void browsKnitInAngerAndLiftInSurpriseAndFear(@ForAll long seed) {
        assertThat(look(Emotion.ANGER, seed).browInner()).isLessThan(-0.05);
        assertThat(look(Emotion.ANGER, seed).frown()).isGreaterThan(0.6);
        assertThat(look(Emotion.SURPRISE, seed).browOuter()).isGreaterThan(0.07);
        assertThat(look(Emotion.FEAR, seed).browInner())
                .isGreaterThan(look(Emotion.FEAR, seed).browOuter() + 0.05);
    }

    @Property(tries = 200)
    void surpriseOpensEyesAndMouthAndDisgustClosesThem(@ForAll long seed) {
        assertThat(look(Emotion.SURPRISE, seed).lidOpen()).isGreaterThan(1.3);
        assertThat(look(Emotion.SURPRISE, seed).open()).isGreaterThan(0.1);
        assertThat(look(Emotion.SURPRISE, seed).mouthWide()).isLessThan(0.75);
        assertThat(look(Emotion.DISGUST, seed).lidOpen()).isLessThan(0.7);
        assertThat(look(Emotion.DISGUST, seed).sneer()).isGreaterThan(0.7);
    }

    @Property(tries = 200)
    void contemptHasTwoSides(@ForAll long seed) {
        Expression look = look(Emotion.CONTEMPT, seed);

        assertThat(Math.abs(look.smirk())).isGreaterThan(0.08);
        assertThat(look.smirk() * look.browTilt()).isPositive();
    }

    private static Expression look(Emotion emotion, long seed) {
        return Expression.of(emotion, new SplittableRandom(seed));
    }
}
