package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingKey;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksKeyTest {

    private static final float[] FACE = {0.6f, 0.8f};

    @TempDir
    Path folder;

    @Test
    void opensAnotherTimeWhatWasKept() {
        SealingKey key =
                SealingKey.read(LooksKey.in(folder.resolve("new")).policy().keyFile());
        Look look = new Look(new EmbeddingSealer(key).seal(FACE), 0.5, Instant.EPOCH, "faces 1");

        assertThat(LooksKey.in(folder.resolve("new")).reader().read(look)).isEqualTo(FACE);
        assertThatThrownBy(() -> LooksKey.in(null).reader().read(look))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("is not the key of the faces beside it");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> LooksKey.in(file))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("--detections " + file);
    }

    @Test
    void aSceneIsCountedWithLooksAndWithout() throws Exception {
        CountingSettings settings = new CountingSettings(
                AnalyzerSettings.BUILT_IN_BUNDLE,
                List.of(Situation.BUSY),
                List.of(2),
                List.of(Boxes.DETECTED, Boxes.LOOKS),
                1,
                12,
                77,
                20,
                null,
                folder.toString());
        LooksKey key = LooksKey.in(folder);
        AnalyzerSettings sealing =
                AnalyzerSettings.ofBundle(AnalyzerSettings.BUILT_IN_BUNDLE).withRecognition(key.policy());
        Progress silent =
                new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), 1);
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(ModelBundle.load(AnalyzerSettings.BUILT_IN_BUNDLE), sealing)) {
            CountingReport report = new CountingBenchmark(settings, analyzer, "faces 1", key.reader(), silent).run();

            assertThat(report.rows()).extracting(CountingRow::boxes).containsExactly(Boxes.DETECTED, Boxes.LOOKS);
            assertThat(report.rows())
                    .allSatisfy(row -> assertThat(row.figures().visits()).isPositive());
        }
        try (var files = Files.list(folder)) {
            Path kept = files.filter(file -> file.toString().endsWith("looks-busy-seed-77-2.0-fps-24.json"))
                    .findAny()
                    .orElseThrow();
            assertThat(Detections.in(folder, kept.getFileName().toString().replace(".json", ""))
                            .read())
                    .flatMap(frame -> frame)
                    .isNotEmpty()
                    .anySatisfy(face -> assertThat(face.embedding()).isNotNull());
        }
    }
}
