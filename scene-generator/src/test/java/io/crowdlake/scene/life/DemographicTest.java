package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import org.junit.jupiter.api.Test;

class DemographicTest {

    @Test
    void childnessFallsAndAgeingRises() {
        assertThat(of(4).childness()).isEqualTo(1);
        assertThat(of(11).childness()).isEqualTo(0.5);
        assertThat(of(17).childness()).isZero();
        assertThat(of(24).ageing()).isZero();
        assertThat(of(48).ageing()).isEqualTo(0.5);
        assertThat(of(80).ageing()).isEqualTo(1);
        assertThat(of(16.9).grownUp()).isFalse();
        assertThat(of(17).grownUp()).isTrue();
    }

    @Test
    void whatNoFaceCanShowIsRefused() {
        assertThatThrownBy(() -> of(1)).hasMessage("age is 1.0, must be within 3..90");
        assertThatThrownBy(() -> of(Double.NaN)).hasMessageContaining("age is NaN");
        assertThatThrownBy(() -> new Demographic(30, Gender.UNKNOWN, Emotion.NEUTRAL))
                .hasMessageContaining("must be female or male");
        assertThatThrownBy(() -> new Demographic(30, Gender.MALE, Emotion.UNKNOWN))
                .hasMessageContaining("must be one that a face can show");
    }

    private static Demographic of(double age) {
        return new Demographic(age, Gender.FEMALE, Emotion.NEUTRAL);
    }
}
