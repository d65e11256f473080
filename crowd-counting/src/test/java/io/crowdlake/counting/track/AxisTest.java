package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static final double PACE = 4;
    private static final double LASTING = 1.5;

    private final Axis walking = new Axis(0.5, 0.1, 0.01, 0.02, 0.5);

    /** The discretisation is exact: it does not matter in how many steps time goes on. */
    @Property
    void twoStepsAreOne(@ForAll @DoubleRange(max = 20) double first, @ForAll @DoubleRange(max = 20) double second) {
        Axis twice = walking.after(first, PACE, LASTING).after(second, PACE, LASTING);
        Axis once = walking.after(first + second, PACE, LASTING);

        assertThat(twice.place()).isCloseTo(once.place(), within(1e-9));
        assertThat(twice.speed()).isCloseTo(once.speed(), within(1e-9));
        assertThat(twice.placeVariance()).isCloseTo(once.placeVariance(), within(1e-6));
        assertThat(twice.covariance()).isCloseTo(once.covariance(), within(1e-6));
        assertThat(twice.speedVariance()).isCloseTo(once.speedVariance(), within(1e-6));
    }

    @Property
    void aSightMakesItSurer(@ForAll @DoubleRange(max = 20) double gap, @ForAll @DoubleRange(max = 1) double seen) {
        Axis before = walking.after(gap, PACE, LASTING);
        Axis after = before.seenAt(seen, 0.05);

        assertThat(after.placeVariance()).isPositive().isLessThan(before.placeVariance());
        assertThat(after.speedVariance()).isPositive().isLessThanOrEqualTo(before.speedVariance());
        assertThat(after.deviation(0)).isLessThanOrEqualTo(0.05);
        assertThat(Math.abs(after.place() - seen)).isLessThanOrEqualTo(Math.abs(before.place() - seen));
    }

    @Test
    void nobodyWalksOnForEver() {
        Axis later = walking.after(60, PACE, LASTING);

        assertThat(later.speed()).isCloseTo(0, within(1e-9));
        assertThat(later.place()).as("the speed lasts for a while").isCloseTo(0.5 + 0.1 * LASTING, within(1e-9));
        assertThat(later.speedVariance()).as("of anybody").isCloseTo(PACE * PACE, within(1e-9));
    }

    @Test
    void timeMayGoBackForALateFrame() {
        assertThat(walking.after(-0.1, PACE, LASTING).place()).isLessThan(0.5);
        assertThat(walking.after(-0.1, PACE, LASTING).placeVariance()).isPositive();
    }

    @Test
    void whoWalksHardlyStands() {
        Axis standing = new Axis(0.5, 0, 0.001, 0, 0.0001);
        Axis walksFast = new Axis(0.5, 0.3, 0.001, 0, 0.0001);
        Axis anything = Axis.startingAt(0.5, 0.05, PACE);

        assertThat(standing.unrest(0.05, 0.3)).isCloseTo(0, within(0.01));
        assertThat(walksFast.unrest(0.05, 0.3)).isGreaterThan(100);
        assertThat(anything.unrest(0.05, 0.3)).isBetween(1.0, 4.0);
    }
}
