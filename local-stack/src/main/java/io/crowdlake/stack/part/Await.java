package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.process.ManagedProcess;
import java.time.Duration;

/** Waiting for a started process to be of use. */
final class Await {

    private static final long PAUSE_MILLIS = 100;

    private Await() {}

    /** Something that may not be so yet. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Returns once the condition holds; throws StackException when the process ends or the time is over before. */
    static void until(String part, Duration limit, ManagedProcess process, Condition condition)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            process.requireAlive();
            if (System.nanoTime() > end) {
                throw new StackException(
                        part + " is not ready after " + limit.toSeconds() + " s: see its log " + process.log());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
