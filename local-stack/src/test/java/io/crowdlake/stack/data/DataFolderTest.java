package io.crowdlake.stack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void namesTheDiskThatIsTooFull() {
        assertThatThrownBy(() -> DataFolder.requireSpace(temporary, Long.MAX_VALUE, "--data"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("GB are free for " + temporary)
                .hasMessageContaining("--data")
                .hasMessageNotContaining("\n");
        DataFolder.requireSpace(temporary, 1, "--data");
    }

    @Test
    void namesTheFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");
        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).create())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--data");
    }

    @Test
    void onlyOneCanHoldItsLock() {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        Optional<DataFolderLock> first = DataFolderLock.tryAcquire(folder);
        assertThat(first).isPresent();
        assertThat(DataFolderLock.tryAcquire(folder)).isEmpty();

        first.get().close();

        Optional<DataFolderLock> second = DataFolderLock.tryAcquire(folder);
        assertThat(second).isPresent();
        second.get().close();
    }

    @Test
    void leftoversAreKnownByNumberAndStart() throws Exception {
        Process sleeping = new ProcessBuilder("sleep", "600").start();
        try {
            StackState.StartedProcess recorded = Leftovers.describe("kafka", sleeping.toHandle());
            StackState.StartedProcess anotherOfThatNumber =
                    new StackState.StartedProcess("old", recorded.pid(), recorded.startedAtMillis() - 60_000);
            StackState state = StackState.empty().withRunning(null, List.of(anotherOfThatNumber, recorded));

            assertThat(Leftovers.find(state)).containsExactly(recorded);

            Leftovers.stop(Leftovers.find(state), java.time.Duration.ofSeconds(30));
            assertThat(sleeping.waitFor()).isNotZero();
            assertThat(Leftovers.find(state)).isEmpty();
        } finally {
            sleeping.destroyForcibly();
        }
    }
}
