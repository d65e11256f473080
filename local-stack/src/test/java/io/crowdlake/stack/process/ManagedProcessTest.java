package io.crowdlake.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void collectsOutputAndErrorsAndKeepsTheEarlierLog() throws Exception {
        Files.writeString(folder.resolve("part.log"), "of yesterday");
        ManagedProcess process = start("echo out; echo err >&2; echo $COLOUR", Map.of("COLOUR", "blue"));

        assertThat(process.awaitExit(LONG)).isTrue();

        assertThat(folder.resolve("part.log")).content().contains("out", "err", "blue");
        assertThat(folder.resolve("part.previous.log")).hasContent("of yesterday");
    }

    @Test
    void tellsOfAProcessThatDiedByItself() throws Exception {
        ManagedProcess process = start("echo 'ERROR the disk is full'; exit 3", Map.of());
        assertThat(process.awaitExit(LONG)).isTrue();

        assertThat(process.diedByItself()).isTrue();
        assertThatThrownBy(process::requireAlive)
                .isInstanceOf(StackException.class)
                .hasMessage("part ended with exit code 3: ERROR the disk is full (log: " + folder.resolve("part.log")
                        + ")");
    }

    @Test
    void tellsOfAProcessThatWasKilled() throws Exception {
        ManagedProcess process = start("echo 'ERROR of long ago'; kill -9 $$", Map.of());
        assertThat(process.awaitExit(LONG)).isTrue();
        assertThat(process.obituary())
                .isEqualTo("part was killed by signal 9 (log: " + folder.resolve("part.log") + ")");
    }

    @Test
    void leadsASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws Exception {
        ManagedProcess process = start("ps -o sid= -p $$; sleep 60", Map.of());
        try {
            awaitLog(Long.toString(process.handle().pid()));
        } finally {
            process.stop(LONG);
        }
    }

    @Test
    void stopsPolitelyFirst() throws Exception {
        ManagedProcess process =
                start("trap 'echo goodbye; exit 0' TERM; echo ready; while :; do sleep 0.05; done", Map.of());
        awaitLog("ready");

        process.stop(LONG);

        assertThat(process.isAlive()).isFalse();
        assertThat(process.diedByItself()).as("it was stopped").isFalse();
        assertThat(folder.resolve("part.log")).content().contains("goodbye");
    }

    @Test
    void killsWhatDoesNotListenAndItsChildren() throws Exception {
        ManagedProcess process = start("trap '' TERM; sleep 600 & echo child $!; wait", Map.of());
        awaitLog("child ");
        long child =
                Long.parseLong(Files.readString(folder.resolve("part.log")).replaceAll("(?s).*child (\\d+).*", "$1"));

        process.stop(Duration.ofMillis(200));

        assertThat(process.isAlive()).isFalse();
        Optional<ProcessHandle> orphan = ProcessHandle.of(child);
        if (orphan.isPresent()) {
            orphan.get().onExit().get();
        }
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void saysWhichProgramIsMissing() {
        ManagedProcess process = ManagedProcess.start(
                new ProcessSpec("part", List.of("/no/such/program"), Map.of(), folder.resolve("part.log")));
        assertThat(process.onExit().join().obituary()).contains("part ended", "/no/such/program");
    }

    private ManagedProcess start(String script, Map<String, String> environment) {
        return ManagedProcess.start(
                new ProcessSpec("part", List.of("bash", "-c", script), environment, folder.resolve("part.log")));
    }

    private void awaitLog(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!Files.readString(folder.resolve("part.log")).contains(text)) {
            assertThat(System.nanoTime()).as("the log should hold " + text).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
