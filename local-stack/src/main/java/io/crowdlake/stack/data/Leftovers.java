package io.crowdlake.stack.data;

import io.crowdlake.stack.data.StackState.StartedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes that an earlier start has left behind because it was killed before it could stop them. */
public final class Leftovers {

    /** The operating system counts from its own start, which it tells anew whenever the clock is set. */
    private static final long CLOCK_TOLERANCE_MILLIS = 2_000;

    private Leftovers() {}

    /** What of the recorded processes still runs; a process that merely has the same number does not count. */
    public static List<StartedProcess> find(StackState state) {
        return state.processes().stream()
                .filter(started -> handle(started).isPresent())
                .toList();
    }

    /** Ends them, the last started first; those that do not within the grace are killed. */
    public static void stop(List<StartedProcess> leftovers, Duration grace) {
        for (int i = leftovers.size() - 1; i >= 0; i--) {
            handle(leftovers.get(i)).ifPresent(process -> stop(process, grace));
        }
    }

    private static void stop(ProcessHandle process, Duration grace) {
        process.destroy();
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<ProcessHandle> handle(StartedProcess started) {
        return ProcessHandle.of(started.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Math.abs(startMillis(process) - started.startedAtMillis()) <= CLOCK_TOLERANCE_MILLIS);
    }

    /** How a process is recorded. */
    public static StartedProcess describe(String name, ProcessHandle process) {
        return new StartedProcess(name, process.pid(), startMillis(process));
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
