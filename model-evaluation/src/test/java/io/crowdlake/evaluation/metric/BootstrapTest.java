package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void agreesWithTheDistributionOfAllDraws() {
        // Of the 256 ways to draw four of 1, 3, 5, 7, five have a mean of 1.5 or less (2 %), fifteen one of 2 or less
        // (6 %).
        Estimate mean = estimateMean(1, 3, 5, 7);
        assertThat(mean.value()).isEqualTo(4);
        assertThat(mean.low()).isBetween(1.5, 2.0);
        assertThat(mean.high()).isBetween(6.0, 6.5);
    }

    @Test
    void agreesWithTheNormalIntervalOfManyThings() {
        double[] values = new double[400];
        Arrays.fill(values, 0, 200, 1);
        Estimate share = estimateMean(values);
        // standard error sqrt(0.25 / 400)
        assertThat(share.low()).isCloseTo(0.5 - 1.96 * 0.025, within(0.006));
        assertThat(share.high()).isCloseTo(0.5 + 1.96 * 0.025, within(0.006));
    }

    @Test
    void theFigureIsThatOfAllThingsOnceAndEachSampleHasAsMany() {
        int[] calls = new int[1];
        Bootstrap.estimate(7, 7, times -> {
            if (calls[0]++ == 0) {
                assertThat(times).containsOnly(1);
            }
            assertThat(Arrays.stream(times).sum()).isEqualTo(7);
            return 0;
        });
        assertThat(calls[0]).isEqualTo(1001);
    }

    @Test
    void samplesThatLeaveNothingToMeasureAreLeftOut() {
        Estimate estimate = Bootstrap.estimate(3, 3, times -> times[0] == 0 ? Double.NaN : 5 + times[0]);
        assertThat(estimate.value()).isEqualTo(6);
        assertThat(estimate.low()).isEqualTo(6);
        assertThat(estimate.high()).isEqualTo(8);
    }

    @Test
    void whereNoSampleCanBeMeasuredTheIntervalIsTheFigure() {
        int[] calls = new int[1];
        assertThat(Bootstrap.estimate(3, 9, times -> calls[0]++ == 0 ? 0.4 : Double.NaN))
                .isEqualTo(new Estimate(0.4, 0.4, 0.4, 9));
    }

    @Test
    void theSameDataGiveTheSameInterval() {
        assertThat(estimateMean(2, 3, 5, 8, 13)).isEqualTo(estimateMean(2, 3, 5, 8, 13));
    }

    @Property(tries = 50)
    void theIntervalHoldsTheFigureAndLiesAmongTheValues(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -100, max = 100) Double> values) {
        Estimate mean =
                estimateMean(values.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(mean.low()).isBetween(Collections.min(values) - 1e-9, mean.value());
        assertThat(mean.high()).isBetween(mean.value(), Collections.max(values) + 1e-9);
        assertThat(mean.of()).isEqualTo(values.size());
    }

    private static Estimate estimateMean(double... values) {
        return Bootstrap.estimate(values.length, values.length, times -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += times[i] * values[i];
            }
            return sum / values.length;
        });
    }
}
