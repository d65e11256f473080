package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.metric.FrameBoxes;
import io.crowdlake.inference.face.FaceBox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three frames of {@link Reports#boxes}: found are 1 of 2 faces, 1 of 1 below the threshold, and a false one. */
class BoxesTablesTest {

    private static final FaceBox FACE = Reports.square(0, 30, 1);

    private final List<ReportTable> tables = Reports.boxes().tables();

    @Test
    void detection() {
        List<List<String>> rows = tables.get(0).rows();
        assertThat(rows.get(0)).startsWith("AP50", "0.556").endsWith("3 faces");
        assertThat(rows.get(1)).containsExactly("precision at the bundle's 0.50", "50.0 %", "9.5 .. 90.5", "2 boxes");
        assertThat(rows.get(2)).containsExactly("recall at the bundle's 0.50", "33.3 %", "6.1 .. 79.2", "3 faces");
        assertThat(rows.get(3))
                .containsExactly("false boxes above 0.5 per 20 faceless frames", "20.00", "", "1 frames");
    }

    @Test
    void otherThresholdsAndSizes() {
        assertThat(tables.get(1).rows())
                .hasSize(7)
                .startsWith(List.of("0.40", "66.7 %", "20.8 .. 93.9", "66.7 %", "20.8 .. 93.9"));
        assertThat(tables.get(2).rows())
                .contains(List.of("20-40", "50.0 %", "9.5 .. 90.5", "2"), List.of("320+", "-", "-", "0"));
    }

    @Test
    void files() {
        assertThat(tables.get(3).title()).isEqualTo("by file");
        assertThat(tables.get(3).rows())
                .containsExactly(
                        List.of("one.gif", "2", "3", "0.667", "100.0 %", "33.3 %", "0", "-"),
                        List.of("none.gif", "1", "0", "-", "0.0 %", "-", "1", "20.0"));
    }

    @Test
    void ofManyFilesTheWeakestAreShownAndThoseWithoutFacesByTheirFalseBoxes() {
        List<FrameBoxes> frames = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            frames.add(Reports.frame("found-" + i + ".jpg", List.of(Reports.square(0, 30, 0.9)), List.of(FACE)));
        }
        frames.add(Reports.frame("empty.jpg", List.of(), List.of()));
        frames.add(Reports.frame("false.jpg", List.of(Reports.square(0, 30, 0.9)), List.of()));
        frames.add(Reports.frame("missed.jpg", List.of(), List.of(FACE)));

        ReportTable files = BoxesReport.of(Reports.MODEL, Reports.counts(21), frames, Reports.SPEED)
                .tables()
                .get(3);

        assertThat(files.title()).isEqualTo("by file: the 20 weakest of 21");
        assertThat(files.rows().stream().map(row -> row.get(0)))
                .hasSize(20)
                .startsWith("missed.jpg", "found-0.jpg")
                .endsWith("found-17.jpg", "false.jpg")
                .doesNotContain("empty.jpg");
    }
}
