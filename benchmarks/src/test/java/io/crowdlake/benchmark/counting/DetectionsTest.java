package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.SealedEmbedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionsTest {

    private static final FaceAttributes SEEN =
            new FaceAttributes(34.5, AgeBand.AGE_30_39, 0.7, Gender.FEMALE, 0.9, Emotion.HAPPINESS, 0.8);

    private static final List<List<DetectedFace>> FACES = List.of(
            List.of(new DetectedFace(new BoundingBox(0.1, 0.2, 0.3, 0.4), 0.875, SEEN)),
            List.of(),
            List.of(new DetectedFace(new BoundingBox(0.5, 0.5, 0.1, 0.1), 0.5, FaceAttributes.UNKNOWN)
                    .withEmbedding(new SealedEmbedding(new byte[] {1, 2, 3}))));

    @TempDir
    Path folder;

    @Test
    void whatWasFoundInASceneIsReadAgain() {
        Detections found = Detections.in(folder.resolve("new"), "faces 1.0 busy seed 7");
        assertThat(found.known()).isFalse();

        found.write(FACES);

        Detections again = Detections.in(folder.resolve("new"), "faces 1.0 busy seed 7");
        assertThat(again.known()).isTrue();
        assertThat(again.read()).isEqualTo(FACES);
    }

    @Test
    void anotherSceneOrModelIsAnotherFile() {
        Detections.in(folder, "faces 1.0 busy seed 7").write(FACES);

        assertThat(Detections.in(folder, "faces 1.0 busy seed 8").known()).isFalse();
        assertThat(Detections.in(folder, "faces 1.1 busy seed 7").known()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Detections found = Detections.in(folder, "broken");
        Files.writeString(folder.resolve("broken.json"), "[[");

        assertThatThrownBy(found::read)
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("delete it");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Detections.in(file, "scene").write(FACES))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("--detections " + file);
    }
}
