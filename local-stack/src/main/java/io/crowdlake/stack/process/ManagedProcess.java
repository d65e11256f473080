package io.crowdlake.stack.process;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process with its log. It leads a session of its own, so that Ctrl-C at the terminal reaches only the command line, which then
 * stops the children in order.
 */
public final class ManagedProcess {

    /** Exit codes above are this and the number of a signal. */
    private static final int SIGNALLED = 128;

    private final ProcessSpec spec;
    private final Process process;
    private volatile boolean stopping;

    private ManagedProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /** Starts the process; throws StackException when it cannot even be started. */
    public static ManagedProcess start(ProcessSpec spec) {
        List<String> command = new ArrayList<>();
        command.add("setsid");
        command.addAll(spec.command());
        try {
            keepEarlierLog(spec.log());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(spec.log().toFile());
            builder.environment().putAll(spec.environment());
            return new ManagedProcess(spec, builder.start());
        } catch (IOException e) {
            throw new StackException(spec.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static void keepEarlierLog(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            String name = log.getFileName().toString().replaceFirst("\\.log$", "") + ".previous.log";
            Files.move(log, log.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public String name() {
        return spec.name();
    }

    public Path log() {
        return spec.log();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the process ended although nobody stopped it. */
    public boolean diedByItself() {
        return !process.isAlive() && !stopping;
    }

    /** Exit status; only once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes when the process ends, however it ends. */
    public CompletableFuture<ManagedProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Throws StackException that names the process, its log and the log's last error when it is not running. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new StackException(obituary());
        }
    }

    /** One line on a process that has ended: how, its last error line, where the log is. */
    public String obituary() {
        if (process.exitValue() > SIGNALLED) {
            // What it logged last has nothing to do with it.
            return spec.name() + " was killed by signal " + (process.exitValue() - SIGNALLED) + " (log: " + spec.log()
                    + ")";
        }
        String lastError =
                LogTail.lastError(spec.log()).map(line -> ": " + line).orElse("");
        return spec.name() + " ended with exit code " + process.exitValue() + lastError + " (log: " + spec.log() + ")";
    }

    /** Waits for the process to end by itself; false when the time is over. */
    public boolean awaitExit(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks the process to end with SIGTERM and waits; after the grace it is killed. */
    public void stop(Duration grace) {
        stop(process::destroy, grace);
    }

    /** Like {@link #stop(Duration)} with another signal, such as {@code INT}. */
    public void stopWithSignal(String signal, Duration grace) {
        stop(() -> send(signal), grace);
    }

    private void stop(Runnable request, Duration grace) {
        stopping = true;
        List<ProcessHandle> descendants = process.descendants().toList();
        if (process.isAlive()) {
            request.run();
        }
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private void send(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("kill cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
