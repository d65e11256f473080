package io.crowdlake.counting.visit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void alikeFacesSpeakForOnePersonAndUnlikeOnesForTwo() {
        assertThat(difference(0.95, 0.5)).isLessThan(-4);
        assertThat(difference(0.2, 0.5)).isGreaterThan(3);
    }

    @Test
    void worseFacesSayLess() {
        assertThat(Math.abs(difference(0.95, 0.02))).isLessThan(Math.abs(difference(0.95, 0.5)));
        assertThat(difference(0.55, 0.01))
                .as("a bad face may look that different")
                .isLessThan(difference(0.55, 0.5));
    }

    @Test
    void thoseOfDifferentBundlesSayNothing() {
        Features one = new Features(new float[] {1, 0}, 0.5, "faces 1");
        assertThat(one.difference(new Features(new float[] {1, 0}, 0.5, "faces 2")))
                .isZero();
    }

    @Property
    void isFiniteTheSameBothWaysAndFallsWithLikeness(
            @ForAll @DoubleRange(min = -1, max = 0.98) double likeness,
            @ForAll @DoubleRange(min = 0, max = 1) double quality,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Features one = new Features(new float[] {1, 0}, quality, "faces 1");
        Features second = at(likeness, other);

        assertThat(one.difference(second)).isFinite().isEqualTo(second.difference(one));
        if (likeness > 0.2) {
            assertThat(one.difference(at(likeness + 0.02, other))).isLessThanOrEqualTo(one.difference(second) + 1e-6);
        }
    }

    private static double difference(double likeness, double quality) {
        return new Features(new float[] {1, 0}, quality, "faces 1").difference(at(likeness, quality));
    }

    private static Features at(double likeness, double quality) {
        return new Features(
                new float[] {(float) likeness, (float) Math.sqrt(1 - likeness * likeness)}, quality, "faces 1");
    }
}
