package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.metric.ConfusionMatrix;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionChartTest {

    private static final ConfusionMatrix MATRIX = new ConfusionMatrix(
            List.of("cat", "elephant", "fox"), List.of("tame", "wild"), new long[][] {{8, 0}, {3, 3}, {0, 0}});

    @Test
    void aCellIsTheDarkerTheMoreOfItsTruthGotTheAnswer() {
        assertThat(cell(0, 0)).isEqualTo(Palette.shade(1));
        assertThat(cell(0, 1)).isEqualTo(Palette.shade(0));
        assertThat(cell(1, 0)).isEqualTo(Palette.shade(0.5));
        assertThat(cell(1, 1)).isEqualTo(Palette.shade(0.5));
    }

    @Test
    void aTruthThatWasNeverThereIsLight() {
        assertThat(cell(2, 0)).isEqualTo(Palette.shade(0));
        assertThat(cell(2, 1)).isEqualTo(Palette.shade(0));
    }

    @Test
    void itStaysWithinTheSizeThatItTells() {
        try (Sheet sheet = new Sheet(500, 400, Lettering.withoutFonts())) {
            ConfusionChart chart = chart();
            chart.draw(sheet, 20, 30);
            assertThat(Pixels.inked(sheet).getMaxX()).isLessThanOrEqualTo(20 + chart.width(sheet) + 1);
            assertThat(Pixels.inked(sheet).getMaxY()).isLessThanOrEqualTo(30 + chart.height());
            assertThat(Pixels.inked(sheet).getMinX()).isGreaterThanOrEqualTo(20);
        }
    }

    /** The colour near the corner of a cell, where no number stands. */
    private static Color cell(int truth, int answer) {
        try (Sheet sheet = new Sheet(500, 400, Lettering.withoutFonts())) {
            chart().draw(sheet, 20, 30);
            double left = 20 + 28 + sheet.width("elephant");
            return Pixels.at(sheet, left + 70 * answer + 4, 30 + 30 + 24 + 40 * truth + 4);
        }
    }

    private static ConfusionChart chart() {
        return new ConfusionChart("animals", "labelled", "told as", MATRIX, 70, 40);
    }
}
