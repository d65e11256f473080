package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.chart.ReliabilityChart.Series;
import io.crowdlake.evaluation.metric.Calibration;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityChartTest {

    @Test
    void aPointLiesWhereTheProbabilityAndTheShareOfRightAnswersAre() {
        Series gender = series("gender", 0.9, 3, 4);
        Series age = series("age", 0.5, 1, 5);
        assertThat(drawn(List.of(gender, age), 0.9, 0.75)).isEqualTo(Palette.FIRST);
        assertThat(drawn(List.of(gender, age), 0.5, 0.2)).isEqualTo(Palette.SECOND);
        assertThat(drawn(List.of(gender, age), 0.9, 0.1)).isEqualTo(Palette.PAPER);
    }

    @Test
    void theIntervalStandsAboveAndBelowThePoint() {
        // Wilson's interval of 3 of 4 goes from 0.30 to 0.95.
        List<Series> gender = List.of(series("gender", 0.9, 3, 4));
        assertThat(drawn(gender, 0.9, 0.35)).isNotEqualTo(Palette.PAPER);
        assertThat(drawn(gender, 0.9, 0.93)).isNotEqualTo(Palette.PAPER);
        assertThat(drawn(gender, 0.9, 0.27)).isEqualTo(Palette.PAPER);
        assertThat(drawn(gender, 0.9, 0.97)).isEqualTo(Palette.PAPER);
    }

    @Test
    void withoutAnswersThereAreOnlyAxes() {
        assertThat(drawn(List.of(new Series("gender", new Calibration.Counter().calibration())), 0.9, 0.75))
                .isEqualTo(Palette.PAPER);
    }

    private static Series series(String name, double probability, int right, int of) {
        Calibration.Counter counter = new Calibration.Counter();
        for (int i = 0; i < of; i++) {
            counter.add(probability, i < right);
        }
        return new Series(name, counter.calibration());
    }

    private static Color drawn(List<Series> series, double probability, double right) {
        try (Sheet sheet = new Sheet(500, 500, Lettering.withoutFonts())) {
            new ReliabilityChart(series).draw(sheet, 10, 10, 400);
            return Pixels.at(sheet, 10 + 48 + 400 * probability, 10 + 30 + 400 * (1 - right));
        }
    }
}
