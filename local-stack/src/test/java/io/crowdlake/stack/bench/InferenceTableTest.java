package io.crowdlake.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.benchmark.Spread;
import io.crowdlake.benchmark.inference.FrameKind;
import io.crowdlake.benchmark.inference.InferenceReport;
import io.crowdlake.benchmark.inference.InferenceRow;
import io.crowdlake.benchmark.inference.MatrixPeak;
import io.crowdlake.benchmark.inference.StartUp;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceTableTest {

    private static final InferenceRow.StageMillis MILLIS = new InferenceRow.StageMillis(2.5, 7, 0.5, 4.25);

    @Test
    void hasARowForEachContenderAndTheHeadline() {
        InferenceRow ours = row("int8", 0.123, new Spread(2.1, 2.05, 2.16));
        InferenceRow theirs = row("onnxruntime", null, null);

        List<String> lines = InferenceTable.lines(report(ours, ours, theirs));

        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("640x480")
                .containsSubsequence(
                        "4", "int8", "70.2", "2.0%", "35.1", "2.50", "7.00", "0.50", "4.25", "3.8", "12.3%")
                .endsWith("2.10"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("onnxruntime").endsWith("3.8"));
        assertThat(lines)
                .contains(
                        "peak      83 billion multiply-adds/s in fp32, 1050 billion in int8",
                        "start     2.10 s from the start of a JVM to its first analysed frame, 1.70 s of processor time",
                        "headline  640x480, 4 faces: int8 analyses 70.2 frames/s per core, 2.10 times as many as YuNet and"
                                + " face-api on onnxruntime (2.05 to 2.16)");
        assertThat(lines.get(0)).contains("crowdlake-faces 0.2.0", "classpath:/models/faces", "Some Processor");
    }

    @Test
    void withoutABaselineTheHeadlineIsTheSpeedAlone() {
        InferenceRow ours = row("fp32", null, null);

        assertThat(InferenceTable.lines(report(ours, ours)))
                .endsWith("headline  640x480, 4 faces: fp32 analyses 70.2 frames/s per core");
    }

    @Test
    void columnsAreAlignedUnderTheirHeadings() {
        List<String> lines = InferenceTable.lines(report(null, row("int8", 0.1, null)));

        String headings = lines.stream()
                .filter(line -> line.contains("analyzer"))
                .findFirst()
                .orElseThrow();
        String row = lines.stream()
                .filter(line -> line.startsWith("640x480"))
                .findFirst()
                .orElseThrow();
        assertThat(row.indexOf("int8")).isEqualTo(headings.indexOf("analyzer"));
        assertThat(row.indexOf("4.25") + 4).isEqualTo(headings.indexOf("attributes") + "attributes".length());
    }

    private static InferenceRow row(String analyzer, Double shareOfPeak, Spread ratio) {
        return new InferenceRow(
                FrameKind.HEADLINE,
                analyzer,
                new Spread(70.2, 68.8, 71.6),
                new Spread(35.1, 35, 36),
                MILLIS,
                3.75,
                shareOfPeak,
                ratio);
    }

    private static InferenceReport report(InferenceRow headline, InferenceRow... rows) {
        return new InferenceReport(
                "crowdlake-faces 0.2.0",
                "classpath:/models/faces",
                "Some Processor",
                7,
                new StartUp(new Spread(2.1, 2, 2.2), new Spread(1.7, 1.6, 1.8)),
                new MatrixPeak(83e9, 1050e9),
                headline,
                List.of(rows));
    }
}
