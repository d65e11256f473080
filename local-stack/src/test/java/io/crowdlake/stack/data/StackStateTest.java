package io.crowdlake.stack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.StackState.PortMap;
import io.crowdlake.stack.data.StackState.StartedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void create() {
        folder = new DataFolder(temporary.resolve("data")).create();
    }

    @Test
    void isEmptyBeforeTheFirstStart() {
        assertThat(folder.isEmpty()).isTrue();
        assertThat(StackState.read(folder)).isEqualTo(StackState.empty());
    }

    @Test
    void comesBackAsItWasWritten() {
        StackState state = StackState.empty()
                .withSavepoint("file:/data/savepoints/savepoint-1")
                .withRunning(new PortMap(1, 2, 3, 4), List.of(new StartedProcess("kafka", 17, 1_000)));
        state.write(folder);

        assertThat(folder.isEmpty()).isFalse();
        assertThat(StackState.read(folder)).isEqualTo(state);
    }

    @Test
    void forgetsProcessesButNotTheSavepointWhenStopped() {
        StackState stopped = StackState.empty()
                .withRunning(new PortMap(1, 2, 3, 4), List.of(new StartedProcess("kafka", 17, 1_000)))
                .withSavepoint("file:/s")
                .stopped();

        assertThat(stopped.ports()).isNull();
        assertThat(stopped.processes()).isEmpty();
        assertThat(stopped.savepoint()).isEqualTo("file:/s");
    }

    @Test
    void everyChangeIsOnTheDiskAtOnce() {
        StateStore store = new StateStore(folder);
        store.update(before -> before.withSavepoint("file:/s"));
        assertThat(StackState.read(folder).savepoint()).isEqualTo("file:/s");
        assertThat(store.get().savepoint()).isEqualTo("file:/s");
    }

    @Test
    void refusesABrokenFileInOneLine() throws IOException {
        Files.writeString(folder.stateFile(), "{ not json\nat all");
        assertThatThrownBy(() -> StackState.read(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(folder.stateFile().toString())
                .hasMessageContaining("--data")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAFileOfALaterVersion() throws IOException {
        Files.writeString(folder.stateFile(), "{\"format\": 2, \"processes\": []}");
        assertThatThrownBy(() -> StackState.read(folder)).hasMessageContaining("format 2");
    }
}
