package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Step;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A job that has been submitted.
 *
 * @param rest the cluster that runs it
 * @param id as the cluster knows it
 */
public record StackJob(FlinkRest rest, String id) {

    private static final Duration STARTUP = Duration.ofMinutes(3);
    private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED");
    private static final long POLL_MILLIS = 250;

    /** Waits until all tasks of the job run. */
    public void awaitRunning(Step step) throws InterruptedException {
        long end = System.nanoTime() + STARTUP.toNanos();
        while (!rest.allTasksRun(id)) {
            requireHope();
            step.update(state());
            if (System.nanoTime() > end) {
                throw new StackException("the job does not run after " + STARTUP.toSeconds() + " s" + reason());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** State for people, such as {@code running}. */
    public String state() throws InterruptedException {
        return rest.jobState(id).orElse("unknown").toLowerCase(Locale.ROOT);
    }

    /** Throws StackException with the reason when the job has ended for good. */
    public void requireHope() throws InterruptedException {
        Optional<String> state = rest.jobState(id).filter(ENDED::contains);
        if (state.isPresent()) {
            throw new StackException("the job has ended, it is " + state.get().toLowerCase(Locale.ROOT) + reason());
        }
    }

    private String reason() throws InterruptedException {
        return rest.failure(id).map(failure -> ": " + failure).orElse("") + " (web UI: " + rest.webInterface() + ")";
    }
}
