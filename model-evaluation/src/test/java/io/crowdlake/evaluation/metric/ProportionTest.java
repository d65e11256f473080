package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void agreesWithThePublishedExample() {
        // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263 and 15 of 148.
        assertThat(Proportion.of(81, 263).low()).isCloseTo(0.2553, within(0.0001));
        assertThat(Proportion.of(81, 263).high()).isCloseTo(0.3662, within(0.0001));
        assertThat(Proportion.of(15, 148).low()).isCloseTo(0.0624, within(0.0001));
        assertThat(Proportion.of(15, 148).high()).isCloseTo(0.1605, within(0.0001));
    }

    @Test
    void hasAWidthWhereAllOrNoneAreRight() {
        Proportion all = Proportion.of(29, 29);
        assertThat(all.value()).isEqualTo(1);
        assertThat(all.low()).isCloseTo(0.8830, within(0.0001));
        assertThat(all.high()).isEqualTo(1);
        assertThat(Proportion.of(0, 29).high()).isCloseTo(0.1170, within(0.0001));
    }

    @Test
    void ofNothingThereIsNoShare() {
        assertThat(Proportion.of(0, 0)).isEqualTo(new Proportion(null, null, null, 0, 0));
    }

    @Test
    void refusesMoreHitsThanThings() {
        assertThatThrownBy(() -> Proportion.of(3, 2)).hasMessageContaining("3 hits of 2");
        assertThatThrownBy(() -> Proportion.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theIntervalHoldsTheShareAndStaysWithinZeroAndOne(
            @ForAll @IntRange(min = 1, max = 5000) int of, @ForAll @IntRange(max = 5000) int hits) {
        Proportion share = Proportion.of(Math.min(hits, of), of);
        assertThat(share.low()).isBetween(0.0, share.value());
        assertThat(share.high()).isBetween(share.value(), 1.0);
        assertThat(share.high() - share.low()).isPositive();
    }

    @Property
    void theEndsAreWhereTheShareIsTwoStandardErrorsAway(
            @ForAll @IntRange(min = 2, max = 5000) int of, @ForAll @IntRange(min = 1, max = 4999) int hits) {
        // Wilson's definition: the p for which |p - share| = z sqrt(p (1 - p) / n).
        Proportion share = Proportion.of(Math.min(hits, of - 1), of);
        for (double end : new double[] {share.low(), share.high()}) {
            assertThat(Math.abs(end - share.value()))
                    .isCloseTo(1.959964 * Math.sqrt(end * (1 - end) / of), within(1e-9));
        }
    }

    @Property
    void whatIsWrongHasTheMirroredInterval(
            @ForAll @IntRange(min = 1, max = 5000) int of, @ForAll @IntRange(max = 5000) int some) {
        int hits = Math.min(some, of);
        Proportion right = Proportion.of(hits, of);
        Proportion wrong = Proportion.of(of - hits, of);
        assertThat(wrong.low()).isCloseTo(1 - right.high(), within(1e-9));
        assertThat(wrong.high()).isCloseTo(1 - right.low(), within(1e-9));
    }

    @Property
    void moreThingsMakeItNarrower(@ForAll @IntRange(min = 1, max = 500) int of, @ForAll @IntRange(max = 500) int hits) {
        Proportion few = Proportion.of(Math.min(hits, of), of);
        Proportion many = Proportion.of(10L * Math.min(hits, of), 10L * of);
        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }
}
