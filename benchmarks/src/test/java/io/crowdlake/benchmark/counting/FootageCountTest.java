package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootageCountTest {

    private static final Path FOOTAGE = Path.of(System.getProperty("crowdlake.data", "../../shared/data"), "footage");

    @Test
    void clipsAreTakenByName(@TempDir Path folder) throws Exception {
        for (String name : List.of("b.MP4", "a.gif", "boxes.json", "readme")) {
            Files.createFile(folder.resolve(name));
        }

        assertThat(FootageCount.clips(folder))
                .extracting(clip -> clip.getFileName().toString())
                .containsExactly("a.gif", "b.MP4");
    }

    @Test
    void aFolderWithoutClipsIsToldByItsOption(@TempDir Path folder) {
        assertThatThrownBy(() -> FootageCount.clips(folder))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("--footage " + folder + " holds no clip; give a folder with GIF or MP4 files");
        assertThatThrownBy(() -> FootageCount.clips(folder.resolve("none")))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("cannot be listed");
    }

    /** The footage cannot be redistributed, so this skips where it is missing. */
    @Test
    void countsThePeopleOfAClip() throws Exception {
        Path clip = FOOTAGE.resolve("head-pose-face-detection-female.gif");
        Assumptions.assumeTrue(Files.exists(clip), "no footage at " + FOOTAGE);
        ModelBundle bundle = ModelBundle.load(AnalyzerSettings.BUILT_IN_BUNDLE);
        BatchCount count = new BatchCount(
                TrackerParameters.ofVisitGap(Duration.ofSeconds(20)),
                new WindowGrid(Duration.ofMinutes(1), Duration.ZERO),
                Duration.ofSeconds(5));
        Progress silent =
                new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), 1);
        try (FaceAnalyzer analyzer =
                FaceAnalyzer.open(bundle, AnalyzerSettings.ofBundle(AnalyzerSettings.BUILT_IN_BUNDLE))) {
            FootageCount footage = new FootageCount(new Pictures(analyzer, Instant.EPOCH), count);

            assertThat(footage.of(List.of(clip), silent)).singleElement().satisfies(counted -> {
                assertThat(counted.visitors()).isEqualTo(1);
                assertThat(counted.frames()).isEqualTo(23);
                assertThat(counted.faces()).isGreaterThan(10);
            });
        }
    }
}
