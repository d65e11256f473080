package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.evaluation.metric.FaceSizes;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeChartTest {

    private static final List<FaceSizes.Group> GROUPS = List.of(
            new FaceSizes.Group(0, 14, Proportion.of(0, 0)),
            new FaceSizes.Group(14, 20, Proportion.of(1, 4)),
            new FaceSizes.Group(20, 40, Proportion.of(4, 4)),
            new FaceSizes.Group(40, null, Proportion.of(0, 4)));

    @Test
    void aBarIsAsHighAsTheRecall() {
        assertThat(barHeight(1)).isCloseTo(50, within(2.0));
        assertThat(barHeight(2)).isCloseTo(200, within(2.0));
    }

    @Test
    void whereNothingIsFoundOrNothingIsThereThereIsNoBar() {
        assertThat(barHeight(0)).isZero();
        assertThat(barHeight(3)).isZero();
    }

    /** Beside the middle, where the line of the interval stands. */
    private static double barHeight(int group) {
        try (Sheet sheet = new Sheet(500, 400, Lettering.withoutFonts())) {
            new SizeChart(GROUPS).draw(sheet, 10, 10, 400, 200);
            return Pixels.height(sheet, 10 + 48 + 100 * (group + 0.5) + 12, Palette.FIRST_PALE);
        }
    }
}
