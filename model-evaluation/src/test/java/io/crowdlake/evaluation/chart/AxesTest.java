package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxesTest {

    @Test
    void sharesGoRightAndUp() {
        try (Sheet sheet = sheet()) {
            Axes axes = new Axes(sheet, 60, 20, 200, 100);
            assertThat(axes.x(0)).isEqualTo(60);
            assertThat(axes.x(0.5)).isEqualTo(160);
            assertThat(axes.x(1)).isEqualTo(260);
            assertThat(axes.y(0)).isEqualTo(120);
            assertThat(axes.y(1)).isEqualTo(20);
        }
    }

    @Test
    void aLineGoesThroughItsPoints() {
        try (Sheet sheet = sheet()) {
            Axes axes = new Axes(sheet, 60, 20, 200, 100);
            sheet.canvas().setColor(Palette.FIRST);
            axes.line(new double[] {0, 0.5, 1}, new double[] {1, 1, 0});
            assertThat(Pixels.at(sheet, axes.x(0.25), axes.y(1))).isEqualTo(Palette.FIRST);
            assertThat(Pixels.at(sheet, axes.x(0.75), axes.y(0.5))).isEqualTo(Palette.FIRST);
            assertThat(Pixels.at(sheet, axes.x(0.25), axes.y(0.5))).isEqualTo(Palette.PAPER);
        }
    }

    @Test
    void aLineOfNoPointsIsNone() {
        try (Sheet sheet = sheet()) {
            new Axes(sheet, 60, 20, 200, 100).line(new double[0], new double[0]);
            assertThat(Pixels.inked(sheet).getWidth()).isNotPositive();
        }
    }

    @Test
    void whereColumnsHaveNamesThereAreNoUprightLines() {
        try (Sheet both = sheet();
                Sheet upwardOnly = sheet()) {
            Axes axes = new Axes(both, 60, 20, 200, 100);
            axes.grid("precision", "recall");
            new Axes(upwardOnly, 60, 20, 200, 100).grid("recall", null);
            double x = axes.x(0.4);
            double between = axes.y(0.5);
            assertThat(Pixels.at(both, x, between)).isNotEqualTo(Palette.PAPER);
            assertThat(Pixels.at(upwardOnly, x, between)).isEqualTo(Palette.PAPER);
            assertThat(Pixels.at(upwardOnly, axes.x(0.5), axes.y(0.4))).isNotEqualTo(Palette.PAPER);
        }
    }

    private static Sheet sheet() {
        return new Sheet(300, 200, Lettering.withoutFonts());
    }
}
