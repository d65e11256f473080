package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.Reports;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionRecallChartTest {

    @Test
    void theBundlesThresholdIsMarkedWhereItIs() {
        assertThat(drawn(Reports.boxes(), 1 / 3.0, 0.5)).as("at 0.50").isEqualTo(Palette.SECOND);
    }

    @Test
    void otherThresholdsAreMarkedToo() {
        assertThat(drawn(Reports.boxes(), 2 / 3.0, 2 / 3.0)).as("at 0.40").isEqualTo(Palette.FIRST);
        assertThat(drawn(Reports.boxes(), 1 / 3.0, 1)).as("at 0.60").isEqualTo(Palette.FIRST);
    }

    @Test
    void theCurveEndsWhereNoMoreFacesAreFound() {
        assertThat(drawn(Reports.boxes(), 0.9, 0.7)).isEqualTo(Palette.PAPER);
    }

    @Test
    void withoutFacesThereIsNoMark() {
        BoxesReport nothing = BoxesReport.of(Reports.MODEL, Reports.counts(0), List.of(), Reports.SPEED);
        assertThat(drawn(nothing, 1 / 3.0, 0.5)).isEqualTo(Palette.PAPER);
    }

    private static Color drawn(BoxesReport report, double recall, double precision) {
        try (Sheet sheet = new Sheet(500, 400, Lettering.withoutFonts())) {
            new PrecisionRecallChart(report).draw(sheet, 10, 10, 400, 300);
            return Pixels.at(sheet, 10 + 48 + 400 * recall, 10 + 30 + 300 * (1 - precision));
        }
    }
}
