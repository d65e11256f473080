package io.crowdlake.counting.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DwellHistogramTest {

    /** Milliseconds of 50 ms (e to the 3.92) to 48 h, short ones as likely as long ones. */
    @Provide
    Arbitrary<List<Long>> lengths() {
        return Arbitraries.doubles()
                .between(3.92, 18.96)
                .map(logarithm -> Math.max(50, Math.round(Math.exp(logarithm))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }

    @Property(tries = 500)
    void aQuantileIsRightWithinTheStatedError(
            @ForAll("lengths") List<Long> lengths, @ForAll @DoubleRange(min = 0.01, max = 1) double part) {
        double exact = lengths.stream().sorted().toList().get((int) Math.ceil(part * lengths.size()) - 1) / 1e3;

        assertThat(filled(lengths).quantile(part))
                .isCloseTo(exact, within(exact * DwellHistogram.RELATIVE_ERROR + 1e-9));
    }

    @Property(tries = 300)
    void mergingEqualsFillingOne(@ForAll("lengths") List<Long> one, @ForAll("lengths") List<Long> other) {
        DwellHistogram both = filled(other);
        for (long length : one) {
            both = both.plus(Duration.ofMillis(length));
        }

        assertThat(filled(one).merge(filled(other))).isEqualTo(both);
        assertThat(both.bins()).hasSizeLessThanOrEqualTo(DwellHistogram.MOST_BINS);
        assertThat(both.mean())
                .isCloseTo(
                        (sum(one) + sum(other)) / 1e3 / (one.size() + other.size()),
                        within(1e-6 * (sum(one) + sum(other))));
    }

    @Test
    void visitsOfOneFrameHaveNoLength() {
        DwellHistogram histogram = DwellHistogram.EMPTY.plus(Duration.ZERO);

        assertThat(histogram.quantile(0.5)).isZero();
        assertThat(histogram.mean()).isZero();
    }

    @Test
    void withoutVisitsThereIsNothingToTell() {
        assertThat(DwellHistogram.EMPTY.mean()).isNull();
        assertThat(DwellHistogram.EMPTY.quantile(0.9)).isNull();
        assertThatThrownBy(() -> DwellHistogram.EMPTY.quantile(0)).hasMessageContaining("more than 0");
    }

    private static DwellHistogram filled(List<Long> millis) {
        DwellHistogram histogram = DwellHistogram.EMPTY;
        for (long length : millis) {
            histogram = histogram.plus(Duration.ofMillis(length));
        }
        return histogram;
    }

    private static double sum(List<Long> millis) {
        return millis.stream().mapToLong(Long::longValue).sum();
    }
}
