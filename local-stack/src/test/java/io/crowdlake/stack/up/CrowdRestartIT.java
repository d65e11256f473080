package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Leftovers;
import io.crowdlake.stack.data.StackState;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.JavaHomes;
import io.crowdlake.stack.install.TrinoInstall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code crowd up} as a person meets it: stopped with Ctrl-C, killed, started again; every message gives one row all the same. */
class CrowdRestartIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** A message that the hub got twice, since the kill came before its answer, has one row. */
    private static final Pattern SETTLED =
            Pattern.compile("(?:all )?(\\d+)(?: of \\d+)? messages are in the lake(?!;)");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    private final Checkout checkout =
            new Checkout(Path.of("..").toAbsolutePath().normalize());

    private DataFolder data() {
        return new DataFolder(temporary.resolve("data"));
    }

    @AfterEach
    void endWhatIsLeft() {
        Leftovers.stop(Leftovers.find(StackState.read(data())), Duration.ofSeconds(10));
    }

    @Test
    void goesOnWhereItStoodHoweverItEnded() throws Exception {
        long afterCtrlC = stopWithCtrlC();
        killInMidStream();
        long atTheEnd = endByItself();

        assertThat(atTheEnd).isGreaterThan(afterCtrlC);
        if (JavaHomes.ofThisMachine().atLeast(TrinoInstall.JAVA_VERSION).isPresent()) {
            assertThat(rows()).isEqualTo(atTheEnd + "," + atTheEnd);
        } else {
            System.out.println("no JDK is new enough for Trino: the rows are not looked at one by one");
        }
        assertThat(StackTests.processesOf(data())).as("nothing is left running").isEmpty();
    }

    private long stopWithCtrlC() throws IOException, InterruptedException {
        try (CrowdProcess crowd = up("ctrl-c")) {
            crowd.awaitOutput("[1-9]\\d* analysed", LIMIT);
            crowd.interrupt();
            assertThat(crowd.await(LIMIT)).as(crowd.output()).isZero();
            assertThat(crowd.output()).contains("stopped with a savepoint", "camera-1");
            assertThat(StackTests.processesOf(data())).isEmpty();
            return settled(crowd.output());
        }
    }

    /** The kernel ends the command line, and the children are left behind. */
    private void killInMidStream() throws IOException, InterruptedException {
        try (CrowdProcess crowd = up("killed")) {
            crowd.awaitOutput("[1-9]\\d* analysed", LIMIT);
            while (checkpoints() == 0) {
                Thread.sleep(200);
            }
            crowd.signal("KILL");
            crowd.await(LIMIT);
        }
        assertThat(Leftovers.find(StackState.read(data()))).isNotEmpty();
    }

    private long endByItself() throws IOException, InterruptedException {
        try (CrowdProcess crowd = up("last", "--duration", "5s")) {
            assertThat(crowd.await(LIMIT)).as(crowd.output()).isZero();
            assertThat(crowd.output())
                    .contains("an earlier start was killed and left running", "kafka (process ")
                    .contains("to go on from file:" + "//" + data().checkpoints());
            return settled(crowd.output());
        }
    }

    /** Rows in all, and with different frames only; asked of the lake while no stack runs. */
    private String rows() throws IOException, InterruptedException {
        String sql = "SELECT frames + heartbeats, different + heartbeats FROM"
                + " (SELECT count(*) frames, count(DISTINCT row(device_id, boot_id, sequence)) different FROM frame_analyses)"
                + " CROSS JOIN (SELECT count(*) heartbeats FROM device_telemetry)";
        try (CrowdProcess crowd =
                CrowdProcess.start(checkout, temporary.resolve("query.log"), data(), "query", "--format", "csv", sql)) {
            assertThat(crowd.await(LIMIT)).as(crowd.output()).isZero();
            return crowd.output().lines().reduce((first, second) -> second).orElse("");
        }
    }

    private CrowdProcess up(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of("up", "--cameras", "1", "--no-trino"));
        all.addAll(List.of(arguments));
        for (String port : List.of("--kafka-port", "--postgres-port", "--flink-port", "--trino-port")) {
            all.addAll(List.of(port, "0"));
        }
        StackTests.JOB_OPTIONS.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return CrowdProcess.start(checkout, temporary.resolve(name + ".log"), data(), all.toArray(String[]::new));
    }

    private long checkpoints() throws IOException {
        try (Stream<Path> files = Files.walk(data().checkpoints())) {
            return files.filter(file -> file.endsWith("_metadata")).count();
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
            // Flink deletes an old checkpoint while we look.
            return 0;
        }
    }

    /** The last count, after those of the progress. */
    private static long settled(String output) {
        Matcher matcher = SETTLED.matcher(output);
        String rows = null;
        while (matcher.find()) {
            rows = matcher.group(1);
        }
        assertThat(rows).as(output).isNotNull();
        return Long.parseLong(rows);
    }
}
