package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

    @Test
    void meanOfSharesCountsEachTheSame() {
        // 1/2 of 100 and 1/1 of 10: variance (0.0025 + 0) / 4
        Estimate mean = Estimate.meanOf(List.of(Proportion.of(50, 100), Proportion.of(10, 10), Proportion.of(0, 0)));
        assertThat(mean.value()).isEqualTo(0.75);
        assertThat(mean.high() - mean.value()).isCloseTo(1.959964 * 0.025, within(1e-9));
        assertThat(mean.of()).isEqualTo(110);
    }
}
