package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void weighsTheDistanceOfEachBin() {
        Calibration.Counter counter = new Calibration.Counter();
        // one bin: said 0.9 four times, right three times
        counter.add(0.9, true);
        counter.add(0.9, true);
        counter.add(0.9, true);
        counter.add(0.9, false);
        // another: said 0.61 once, right
        counter.add(0.61, true);

        Calibration calibration = counter.calibration();

        assertThat(calibration.error()).isCloseTo((4 * 0.15 + 0.39) / 5, within(1e-9));
        assertThat(calibration.bins()).hasSize(2);
        assertThat(calibration.bins().get(0).from()).isCloseTo(9 / 15.0, within(1e-9));
        assertThat(calibration.bins().get(1).right()).isEqualTo(Proportion.of(3, 4));
    }

    @Test
    void certaintyFallsIntoTheLastBin() {
        Calibration.Counter counter = new Calibration.Counter();
        counter.add(1, true);
        assertThat(counter.calibration().error()).isZero();
        assertThat(counter.calibration().bins().get(0).to()).isEqualTo(1);
    }

    @Test
    void answersThatAreTooSureAndTooUnsureInOneBinMakeUpForEachOther() {
        Calibration.Counter counter = new Calibration.Counter();
        // said 0.75 four times, right three times
        for (int i = 0; i < 4; i++) {
            counter.add(0.75, i > 0);
        }
        assertThat(counter.calibration().error()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aBinBeginsWithItsLowestProbability() {
        Calibration.Counter counter = new Calibration.Counter();
        counter.add(0, false);
        counter.add(0.2, true);
        counter.add(0.1999, true);
        assertThat(counter.calibration().bins().stream().map(bin -> Math.round(bin.from() * Calibration.BINS)))
                .containsExactly(0L, 2L, 3L);
    }

    @Test
    void withoutAnswersThereIsNoError() {
        assertThat(new Calibration.Counter().calibration()).isEqualTo(new Calibration(null, List.of()));
    }

    @Property
    void ofRightAnswersTheErrorIsWhatTheyLackInProbability(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 1) Double> probabilities) {
        double mean = probabilities.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertThat(allAnswered(probabilities, true).error()).isCloseTo(1 - mean, within(1e-9));
        assertThat(allAnswered(probabilities, false).error()).isCloseTo(mean, within(1e-9));
    }

    @Property
    void theOrderOfTheAnswersDoesNotMatter(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1) Double> probabilities) {
        List<Double> backwards = new ArrayList<>(probabilities);
        Collections.reverse(backwards);
        assertThat(allAnswered(backwards, true).error())
                .isCloseTo(allAnswered(probabilities, true).error(), within(1e-9));
    }

    private static Calibration allAnswered(List<Double> probabilities, boolean right) {
        Calibration.Counter counter = new Calibration.Counter();
        probabilities.forEach(probability -> counter.add(probability, right));
        return counter.calibration();
    }

    @Property
    void theErrorIsBetweenZeroAndOneAndNothingIsLost(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 1) Double> probabilities) {
        Calibration.Counter counter = new Calibration.Counter();
        for (int i = 0; i < probabilities.size(); i++) {
            counter.add(probabilities.get(i), i % 2 == 0);
        }
        Calibration calibration = counter.calibration();
        assertThat(calibration.error()).isBetween(0.0, 1.0);
        assertThat(calibration.bins().stream().mapToLong(bin -> bin.right().of()))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(probabilities.size()));
        assertThat(calibration.bins())
                .allSatisfy(bin -> assertThat(bin.probability()).isBetween(bin.from() - 1e-9, bin.to() + 1e-9));
    }
}
