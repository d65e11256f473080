package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.evaluation.metric.FalseBoxes;
import io.crowdlake.evaluation.metric.FrameBoxes;
import io.crowdlake.evaluation.metric.PrecisionRecall;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxesReportTest {

    private final BoxesReport report = Reports.boxes();

    @Test
    void figuresOfAllFrames() {
        assertThat(report.faces()).isEqualTo(3);
        // on a face 0.9, false 0.55, on a face 0.45: (1 + 2/3) / 3
        assertThat(report.averagePrecision().value()).isCloseTo((1 + 2 / 3.0) / 3, within(1e-9));
        assertThat(report.atThreshold())
                .isEqualTo(new BoxesReport.AtScore(0.5, Proportion.of(1, 2), Proportion.of(1, 3)));
        assertThat(report.atScores().get(0))
                .isEqualTo(new BoxesReport.AtScore(0.4, Proportion.of(2, 3), Proportion.of(2, 3)));
        assertThat(report.atScores().get(6).score()).isEqualTo(0.7);
        assertThat(report.faceless()).isEqualTo(new FalseBoxes(1, 1, 20.0));
        assertThat(report.bySize().get(2).recall()).isEqualTo(Proportion.of(1, 2));
        assertThat(report.bySize().get(3).recall()).isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void figuresOfEachFile() {
        assertThat(report.byFile().stream().map(BoxesReport.FileFigures::file)).containsExactly("one.gif", "none.gif");
        assertThat(report.byFile().get(0).averagePrecision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(report.byFile().get(1).averagePrecision()).isNull();
        assertThat(report.byFile().get(1).faceless().per20Frames()).isEqualTo(20);
    }

    @Test
    void aLongCurveKeepsItsEnds() {
        List<FrameBoxes> frames = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            frames.add(Reports.frame(
                    i + ".jpg",
                    List.of(Reports.square(i % 3 == 0 ? 500 : 0, 30, 1 - i / 1001.0)),
                    List.of(Reports.square(0, 30, 1))));
        }
        BoxesReport many = BoxesReport.of(Reports.MODEL, Reports.counts(1000), frames, Reports.SPEED);
        assertThat(many.curve()).hasSize(200);
        assertThat(many.curve().get(0).score()).isEqualTo(1);
        assertThat(many.curve().get(199).recall()).isEqualTo(666 / 1000.0);
        assertThat(many.byFile()).hasSize(1000);
        assertThat(many.tables().get(3).rows()).hasSize(20).allSatisfy(row -> assertThat(row.get(3))
                .isEqualTo("0.000"));
    }

    @Test
    void tablesHaveACellForEachHeading() {
        assertThat(report.tables()).allSatisfy(table -> assertThat(table.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.headings())));
        assertThat(report.curve()).contains(new PrecisionRecall.Point(0.9, 1, 1 / 3.0));
    }
}
