package io.crowdlake.stack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void create() {
        folder = new DataFolder(temporary.resolve("data")).create();
    }

    @Test
    void thereIsNoneBeforeTheFirstStart() {
        assertThat(RestorePoints.newest(folder, StackState.empty())).isEmpty();
    }

    @Test
    void aCheckpointTakenAfterTheSavepointGoesFirst() throws IOException {
        complete(folder.savepoints().resolve("savepoint-1"), 1_000);
        complete(folder.checkpoints().resolve("job/chk-9"), 2_000);
        Path newest = complete(folder.checkpoints().resolve("job/chk-10"), 3_000);

        assertThat(RestorePoints.newest(folder, StackState.empty()))
                .contains(newest.toUri().toString());
    }

    @Test
    void aSavepointTakenAfterTheLastCheckpointGoesFirst() throws IOException {
        complete(folder.checkpoints().resolve("job/chk-9"), 2_000);
        Path savepoint = complete(folder.savepoints().resolve("savepoint-1"), 3_000);

        assertThat(RestorePoints.newest(folder, StackState.empty()))
                .contains(savepoint.toUri().toString());
    }

    @Test
    void whatIsNotCompleteDoesNotCount() throws IOException {
        Path complete = complete(folder.checkpoints().resolve("job/chk-1"), 1_000);
        Files.createDirectories(folder.checkpoints().resolve("job/chk-2"));
        Files.createDirectories(folder.savepoints().resolve("savepoint-broken-off"));
        Files.createDirectories(folder.checkpoints().resolve("other/shared"));

        assertThat(RestorePoints.newest(folder, StackState.empty()))
                .contains(complete.toUri().toString());
    }

    @Test
    void refusesToStartAfreshWhenTheSavepointIsGone() {
        StackState state = StackState.empty().withSavepoint("file:/gone/savepoint-1");
        assertThatThrownBy(() -> RestorePoints.newest(folder, state))
                .hasMessageContaining("file:/gone/savepoint-1")
                .hasMessageContaining("--data");
    }

    @Test
    void aNewSavepointStandsAlone() throws IOException {
        Path kept = complete(folder.savepoints().resolve("savepoint-2"), 2_000);
        complete(folder.savepoints().resolve("savepoint-1"), 1_000);
        complete(folder.checkpoints().resolve("job/chk-9"), 1_500);

        // As Flink writes it: one slash.
        RestorePoints.keepOnly(folder, "file:" + kept);

        assertThat(folder.savepoints()).isDirectoryContaining("glob:**savepoint-2");
        assertThat(folder.savepoints()).isDirectoryNotContaining("glob:**savepoint-1");
        assertThat(folder.checkpoints()).isEmptyDirectory();
        assertThat(RestorePoints.newest(folder, StackState.empty()))
                .contains(kept.toUri().toString());
    }

    private static Path complete(Path restorePoint, long completedAtMillis) throws IOException {
        Files.createDirectories(restorePoint);
        Path metadata = Files.writeString(restorePoint.resolve("_metadata"), "state");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(completedAtMillis));
        return restorePoint;
    }
}
