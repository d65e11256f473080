package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MisreadingTest {

    @Test
    void theSameLookSaysTheSame() {
        assertThat(Misreading.of(person(1), 5)).isEqualTo(Misreading.of(person(1), 5));
        assertThat(Misreading.of(person(1), 5)).isNotEqualTo(Misreading.of(person(1), 6));
    }

    @Test
    void isAboutAsOftenWrongAsAModel() {
        double right = IntStream.range(0, 4000)
                .filter(i -> Misreading.of(person(i), i).gender() == Gender.FEMALE)
                .count();
        double off = IntStream.range(0, 4000)
                .mapToDouble(i -> Math.abs(Misreading.of(person(i), i).ageYears() - 40))
                .average()
                .orElseThrow();

        assertThat(right / 4000).isCloseTo(0.887, within(0.02));
        assertThat(off).isCloseTo(5.1, within(0.4));
    }

    private static PersonTruth person(int number) {
        return new PersonTruth(
                "person-" + number, 40, Gender.FEMALE, Emotion.NEUTRAL, Duration.ZERO, Duration.ofSeconds(9));
    }
}
