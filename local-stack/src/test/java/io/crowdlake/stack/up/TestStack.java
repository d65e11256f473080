package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.hub.HubSettings;
import io.crowdlake.hub.LoopbackAddress;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.data.StackState.StartedProcess;
import io.crowdlake.stack.data.StateStore;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.JavaHomes;
import io.crowdlake.stack.install.TrinoInstall;
import io.crowdlake.stack.part.Cameras;
import io.crowdlake.stack.part.IotHub;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.process.Supervisor;
import io.crowdlake.stack.query.LakeQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stack behind {@code crowd up}, without cameras, in a folder of its own; with Trino where a JDK is new enough for it. */
final class TestStack implements AutoCloseable {

    final Console console = new Console(System.out, false);
    final boolean trino =
            JavaHomes.ofThisMachine().atLeast(TrinoInstall.JAVA_VERSION).isPresent();
    final DataFolder data;
    final LocalStack stack;
    private final Checkout checkout =
            new Checkout(Path.of("..").toAbsolutePath().normalize());
    private final CacheFolder cache = CacheFolder.of(System.getenv());
    private final Clock clock = Clock.systemUTC();
    private final StateStore state;
    private final Supervisor supervisor;

    TestStack(Path folder) {
        data = new DataFolder(folder.resolve("data")).create();
        state = new StateStore(data);
        supervisor = new Supervisor(state);
        UpSettings settings = new UpSettings(
                data,
                new Cameras(0, List.of(), 1, null),
                trino,
                Optional.empty(),
                PortOptions.anyFree(),
                StackTests.JOB_OPTIONS);
        stack = new LocalStack(settings, checkout, cache, console, state, supervisor);
    }

    void start() throws InterruptedException {
        stack.start(new QueryEngine(cache, checkout, console, JavaHomes.ofThisMachine()));
    }

    /** A hub that has not started, at an address of its own. */
    IotHub hub(Cameras cameras) {
        return new IotHub(data, new Secrets(data), LoopbackAddress.free(HubSettings.MQTT_PORT), cameras.deviceIds());
    }

    /** The process of cameras that have not started. */
    CameraProcess cameraProcess(Cameras cameras) {
        return new CameraProcess(cameras, data, supervisor, checkout.stackClasspath(), clock);
    }

    /** Ends a process as a power cut would; the newest of that name. */
    void kill(String name) {
        StartedProcess process = state.get().processes().stream()
                .filter(started -> started.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
    }

    void awaitLastRows() throws InterruptedException {
        new LastRows(stack, console, clock).await(new StopSignal(), () -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Runs {@code docs/examples/ReadWindows.java} as it says itself, until it has told of so many cameras; answers their ids. */
    SortedSet<String> devicesThatTheExampleReads(int devices) throws IOException {
        Process example = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        checkout.stackClasspath(),
                        checkout.root()
                                .resolve("docs/examples/ReadWindows.java")
                                .toString(),
                        stack.kafka().bootstrapServers(),
                        new Secrets(data).hubConnectionStringFile().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        SortedSet<String> read = new TreeSet<>();
        try (BufferedReader lines = example.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                read.add(line.replaceFirst("^news: ([^/]*)/.*", "$1"));
                line = read.size() < devices ? lines.readLine() : null;
            }
        } finally {
            example.destroy();
        }
        return read;
    }

    /** The first column of an answer of Trino. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    Connection connect() throws SQLException {
        return LakeQuery.connect(stack.trino().orElseThrow().port());
    }

    @Override
    public void close() {
        stack.stop();
        assertThat(StackTests.processesOf(data)).as("nothing is left running").isEmpty();
    }
}
