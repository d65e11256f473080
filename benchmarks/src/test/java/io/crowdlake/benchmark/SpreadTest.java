package io.crowdlake.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void givesTheMiddleAndTheQuartiles() {
        assertThat(Spread.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0))).isEqualTo(new Spread(3, 2, 4));
    }

    @Test
    void interpolatesBetweenTwoRounds() {
        assertThat(Spread.of(List.of(10.0, 20.0))).isEqualTo(new Spread(15, 12.5, 17.5));
    }

    @Test
    void ofOneRoundItIsThatRound() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
        assertThat(Spread.of(List.of(7.0)).deviation()).isZero();
    }

    @Test
    void oneRoundThatWasDisturbedChangesLittle() {
        Spread disturbed = Spread.of(List.of(100.0, 101.0, 99.0, 100.0, 1.0, 100.0, 102.0));

        assertThat(disturbed.median()).isEqualTo(100);
        assertThat(disturbed.deviation()).isLessThan(0.01);
    }

    @Test
    void deviationIsAShareOfTheMedian() {
        assertThat(new Spread(200, 190, 210).deviation()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void refusesNoRounds() {
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("at least one");
    }

    @Property
    void doesNotDependOnTheOrderOfTheRounds(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0.01, max = 1e6) Double> rounds,
            @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(rounds);
        Collections.shuffle(shuffled, new Random(seed));

        Spread spread = Spread.of(rounds);

        assertThat(Spread.of(shuffled)).isEqualTo(spread);
        assertThat(spread.lower()).isLessThanOrEqualTo(spread.median());
        assertThat(spread.upper()).isGreaterThanOrEqualTo(spread.median());
        assertThat(spread.median()).isBetween(Collections.min(rounds), Collections.max(rounds));
    }
}
