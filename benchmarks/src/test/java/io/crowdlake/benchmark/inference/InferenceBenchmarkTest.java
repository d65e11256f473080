package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.benchmark.ThreadTime;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.bundle.BundleException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short measurement of the tiny bundle, from drawing the frames to the report; how fast it was is nobody's business here. */
class InferenceBenchmarkTest {

    private static final List<FrameKind> KINDS = List.of(new FrameKind(320, 240, 0), FrameKind.HEADLINE);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void measuresEveryContenderOnEveryKindOfFrames(@TempDir Path folder) throws AnalysisException, IOException {
        InferenceReport report =
                benchmark(settings(countedTinyBundle(folder).toString())).run(KINDS);

        assertThat(report.rows())
                .extracting(row -> row.frame().label() + " " + row.analyzer())
                .containsExactly(
                        "320x240, 0 faces int8",
                        "320x240, 0 faces fp32",
                        "640x480, 4 faces int8",
                        "640x480, 4 faces fp32");
        assertThat(report.rows()).allSatisfy(row -> {
            assertThat(row.framesPerSecond().median()).isPositive();
            assertThat(row.millis().decode()).isPositive();
            assertThat(row.millis().detect()).isPositive();
            assertThat(row.shareOfPeak()).isPositive();
            assertThat(row.ratio()).isNull();
        });
        assertThat(report.headline()).isEqualTo(report.rows().get(2));
        assertThat(report.peak().fp32()).isPositive();
        assertThat(report.peak().int8()).isPositive();
        assertThat(report.startUp().seconds().median()).isPositive();
        assertThat(report.startUp().cpuSeconds().median()).isPositive();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(report), InferenceReport.class))
                .isEqualTo(report);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("[4/4] 640x480, 4 faces");
    }

    @Test
    void aDetectorAloneIsMeasuredWithoutTheStagesBehindIt(@TempDir Path folder) throws AnalysisException {
        TinyBundle.copyTo(folder, manifest -> {
            manifest.remove("attributes");
            ((ObjectNode) manifest.get("detector")).remove("int8File");
        });

        InferenceReport report = benchmark(settings(folder.toString())).run(List.of(FrameKind.HEADLINE));

        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.analyzer()).isEqualTo("fp32");
            assertThat(row.framesPerSecond().median()).isPositive();
            assertThat(row.millis().detect()).isPositive();
            assertThat(row.millis().crop()).isZero();
            assertThat(row.millis().attributes()).isZero();
        });
    }

    @Test
    void aDetectorAloneIsNotComparedWithNetworksThatDescribeFaces(@TempDir Path folder) {
        TinyBundle.copyTo(folder, manifest -> manifest.remove("attributes"));
        InferenceSettings settings = new InferenceSettings(folder.toString(), "baseline", 1, 0.001, 0);

        assertThatThrownBy(() -> benchmark(settings))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining(folder + " has no attribute network")
                .hasMessageContaining("leave out --baseline")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aBundleThatIsNotThereIsOneLine() {
        assertThatThrownBy(() -> benchmark(settings("/no/such/bundle")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("/no/such/bundle")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aBaselineThatIsNotCompleteIsOneLine(@TempDir Path folder) {
        InferenceSettings settings = new InferenceSettings(TinyBundle.URI, folder.toString(), 1, 0.001, 0);

        assertThatThrownBy(() -> benchmark(settings).run(KINDS))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("yunet_n_dynamic.onnx");
    }

    /** The tiny bundle in a folder, with a manifest that says how much there is to multiply. */
    private static Path countedTinyBundle(Path folder) {
        return TinyBundle.copyTo(folder, manifest -> {
            ((ObjectNode) manifest.get("detector")).put("macsPerPixel", 100);
            ((ObjectNode) manifest.get("attributes")).put("macsPerFace", 1000);
        });
    }

    private static InferenceSettings settings(String bundle) {
        return new InferenceSettings(bundle, null, 1, 0.001, 0);
    }

    private InferenceBenchmark benchmark(InferenceSettings settings) {
        Progress progress =
                new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), InferenceBenchmark.steps(KINDS));
        return new InferenceBenchmark(settings, ThreadTime.ofSystem(), progress);
    }
}
