package io.crowdlake.stack.up;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The query engine comes up beside the cameras: it takes longest, and nothing that counts people waits for it. */
final class Queries {

    private final FutureTask<Void> ready;
    private boolean told;

    private Queries(FutureTask<Void> ready, boolean told) {
        this.ready = ready;
        this.told = told;
    }

    /** Begins to wait for the stack's query engine, on a thread of its own; there may be none. */
    static Queries startFor(LocalStack stack) {
        FutureTask<Void> ready = new FutureTask<>(() -> {
            if (stack.trino().isPresent()) {
                stack.awaitQueries();
            }
            return null;
        });
        boolean nothingToTell = stack.trino().isEmpty();
        Thread thread = new Thread(ready, "queries");
        thread.setDaemon(true);
        thread.start();
        return new Queries(ready, nothingToTell);
    }

    /** Once, as soon as the lake can be queried, the line to say so; throws StackException when it never will. */
    Optional<String> news() throws InterruptedException {
        if (told || !ready.isDone()) {
            return Optional.empty();
        }
        told = true;
        get();
        return Optional.of("Trino takes queries");
    }

    /** Whether there is a query engine that can be asked. */
    boolean areTaken() {
        return ready.isDone();
    }

    /** Waits until the lake can be queried. */
    void await(Console console) throws InterruptedException {
        if (!ready.isDone()) {
            try (Step step = console.step("Trino")) {
                get();
                step.done("takes queries");
            }
        }
    }

    private void get() throws InterruptedException {
        try {
            ready.get();
        } catch (ExecutionException e) {
            throw new StackException(e.getCause().getMessage(), e);
        }
    }
}
