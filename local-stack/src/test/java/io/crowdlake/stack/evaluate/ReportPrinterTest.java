package io.crowdlake.stack.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.metric.FrameBoxes;
import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.Counts;
import io.crowdlake.evaluation.report.ModelFacts;
import io.crowdlake.evaluation.report.Speed;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.face.FaceBox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportPrinterTest {

    @Test
    void saysWhatWasMeasuredAndWhatCouldNotBe() {
        List<String> lines = print(report(
                IntStream.range(0, 12).mapToObj(i -> i + ".jpg is missing").toList()));
        assertThat(lines)
                .contains(
                        "model     tiny 1.0, fp32 (tiny.zip)",
                        "data      clips: 1 measured of 13 labelled, 3 left out as not clear",
                        "problems  12",
                        "          0.jpg is missing",
                        "          and 2 more; --json has all")
                .doesNotContain("          10.jpg is missing");
    }

    @Test
    void figuresStandInTables() {
        assertThat(print(report(List.of())))
                .contains("detection", "by size of the face")
                .anySatisfy(line -> assertThat(line).matches("  AP50 +1\\.000 +1\\.000 \\.\\. 1\\.000 +1 faces"))
                .noneSatisfy(line -> assertThat(line).contains("problems"));
    }

    private static BoxesReport report(List<String> problems) {
        FaceBox face = new FaceBox(0, 0, 30, 30, 0.9);
        return BoxesReport.of(
                new ModelFacts("tiny 1.0", "tiny.zip", Precision.FP32, 0.5, 0.65),
                new Counts("clips", 13, 1, 3, problems),
                List.of(new FrameBoxes("a.jpg", List.of(face), List.of(face), List.of())),
                new Speed(0.5, 2.0));
    }

    private static List<String> print(BoxesReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPrinter(new PrintStream(out, true, StandardCharsets.UTF_8)).print(report);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
