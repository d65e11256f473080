package io.crowdlake.inference.flink;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which a slot's analyzer works, with a queue of limited length before it. The analyzer is closed on this thread too,
 * after the frame that it is working on: native memory must not go away under a running network.
 */
final class AnalyzerThread {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyzerThread.class);

    private final ThreadPoolExecutor executor;

    /** @param capacity frames that may wait; the operator never has more in flight, the rest is for closing */
    AnalyzerThread(String name, int capacity, ClassLoader classLoader) {
        executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(capacity + 1), runnable -> {
                    Thread thread = new Thread(runnable, name);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(classLoader);
                    return thread;
                });
    }

    void submit(Runnable task) {
        executor.execute(task);
    }

    /** Takes waiting tasks out of the queue; one that is already running goes on. */
    void forget(Predicate<Runnable> condition) {
        executor.getQueue().removeIf(condition);
    }

    /** Forgets all waiting tasks, runs a last one and ends the thread; waits for that, but not forever. */
    void close(Runnable last, Duration patience) throws InterruptedException {
        executor.getQueue().clear();
        executor.execute(last);
        executor.shutdown();
        if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn(
                    "{} has been busy with one frame for more than {} s; it closes when that is done",
                    executor,
                    patience.toSeconds());
        }
    }
}
