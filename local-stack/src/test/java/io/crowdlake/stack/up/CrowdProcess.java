package io.crowdlake.stack.up;

import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code ./crowd} as a person starts it: in a process of its own, seen from outside only. */
final class CrowdProcess implements AutoCloseable {

    private final ManagedProcess process;

    private CrowdProcess(ManagedProcess process) {
        this.process = process;
    }

    /** A command that works on a data folder. */
    static CrowdProcess start(Checkout checkout, Path output, DataFolder data, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(data.root().toString());
        return start(checkout, output, all.toArray(String[]::new));
    }

    static CrowdProcess start(Checkout checkout, Path output, String... arguments) {
        return new CrowdProcess(ManagedProcess.start(JavaCommand.ofMain("io.crowdlake.stack.CrowdMain")
                .heap(384)
                .property("crowdlake.home", checkout.root().toString())
                .classpath(checkout.stackClasspath())
                .arguments(arguments)
                .as("crowd", output)));
    }

    /** What it has printed so far. */
    String output() throws IOException {
        return Files.readString(process.log());
    }

    /** Waits until it has printed something; fails when it ends before, or takes too long. */
    void awaitOutput(String pattern, Duration limit) throws IOException, InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + limit.toNanos();
        while (!wanted.matcher(output()).find()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("crowd has not printed '" + pattern + "' but:\n" + output());
            }
            Thread.sleep(200);
        }
    }

    /** {@code KILL} is what nobody can resist. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.handle().pid()))
                .start()
                .waitFor();
    }

    /** Ctrl-C; or what a service manager sends, where the tests run in the background of a shell, whose children are deaf to Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        signal(hearsInterrupts() ? "INT" : "TERM");
    }

    private boolean hearsInterrupts() throws IOException {
        int interrupt = 1 << 1;
        Path status = Path.of("/proc", Long.toString(process.handle().pid()), "status");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(
                                        line.substring("SigIgn:".length()).strip(), 16)
                                & interrupt)
                        == 0;
            }
        }
        return true;
    }

    /** Waits for its end and answers its exit code. */
    int await(Duration limit) throws InterruptedException, IOException {
        if (!process.awaitExit(limit)) {
            throw new AssertionError("crowd still runs after " + limit + ":\n" + output());
        }
        return process.exitCode();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(90));
    }
}
