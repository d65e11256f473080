package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void sharesAreInPercentWithOneDigit() {
        assertThat(Text.percent(Proportion.of(2, 3))).isEqualTo("66.7 %");
        assertThat(Text.interval(Proportion.of(2, 3))).isEqualTo("20.8 .. 93.9");
        assertThat(Text.percent(Proportion.of(7, 7))).isEqualTo("100.0 %");
    }

    @Test
    void figuresHaveTheDigitsThatAreAskedFor() {
        assertThat(Text.number(0.55555, 3)).isEqualTo("0.556");
        assertThat(Text.number(12.5, 0)).isEqualTo("13");
        assertThat(Text.interval(Estimate.mean(new double[] {1, 3, 5, 7}), 2)).isEqualTo("1.47 .. 6.53");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(Text.percent(Proportion.of(0, 0))).isEqualTo("-");
        assertThat(Text.interval(Proportion.of(0, 0))).isEqualTo("-");
        assertThat(Text.number(null, 3)).isEqualTo("-");
        assertThat(Text.interval(Estimate.mean(new double[0]), 3)).isEqualTo("-");
    }

    @Test
    void figuresAreWrittenTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Text.percent(0.5)).isEqualTo("50.0 %");
            assertThat(Text.number(1234.5, 1)).isEqualTo("1234.5");
            assertThat(Text.count(1234567)).isEqualTo("1234567");
        } finally {
            Locale.setDefault(before);
        }
    }
}
