package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void meanWithItsStandardError() {
        // deviations -3 -1 1 3: variance 20 / 3, standard error sqrt(20 / 3 / 4) = 1.29099
        Estimate mean = Estimate.mean(new double[] {1, 3, 5, 7});
        assertThat(mean.value()).isEqualTo(4);
        assertThat(mean.low()).isCloseTo(4 - 1.959964 * 1.29099, within(1e-4));
        assertThat(mean.high()).isCloseTo(4 + 1.959964 * 1.29099, within(1e-4));
        assertThat(mean.of()).isEqualTo(4);
    }

    @Test
    void ofOneValueThatValue() {
        assertThat(Estimate.mean(new double[] {7})).isEqualTo(new Estimate(7.0, 7.0, 7.0, 1));
    }

    @Test
    void ofNothingNothing() {
        assertThat(Estimate.mean(new double[0]).value()).isNull();
        assertThat(Estimate.meanOf(List.of(Proportion.of(0, 0))).value()).isNull();
    }

    @Property
    void anotherUnitChangesTheFigureAndItsIntervalAlike(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -50, max = 50) Double> values,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale,
            @ForAll @DoubleRange(min = -10, max = 10) double shift) {
        Estimate before = mean(values);
        Estimate after =
                mean(values.stream().map(value -> scale * value + shift).toList());
        assertThat(after.value()).isCloseTo(scale * before.value() + shift, within(1e-6));
        assertThat(after.low()).isCloseTo(scale * before.low() + shift, within(1e-6));
        assertThat(after.high()).isCloseTo(scale * before.high() + shift, within(1e-6));
    }

    @Property
    void ofEqualValuesThereIsNoDoubt(
            @ForAll @IntRange(min = 1, max = 30) int count, @ForAll @IntRange(min = -1000, max = 1000) int value) {
        assertThat(mean(Collections.nCopies(count, (double) value)))
                .isEqualTo(new Estimate((double) value, (double) value, (double) value, count));
    }

    private static Estimate mean(List<Double> values) {
        return Estimate.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void meanOfSharesCountsEachTheSame() {
        // 1/2 of 100 and 1/1 of 10: variance (0.0025 + 0) / 4
        Estimate mean = Estimate.meanOf(List.of(Proportion.of(50, 100), Proportion.of(10, 10), Proportion.of(0, 0)));
        assertThat(mean.value()).isEqualTo(0.75);
        assertThat(mean.high() - mean.value()).isCloseTo(1.959964 * 0.025, within(1e-9));
        assertThat(mean.of()).isEqualTo(110);
    }
}
