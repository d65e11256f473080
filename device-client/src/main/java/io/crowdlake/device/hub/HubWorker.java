package io.crowdlake.device.hub;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread for all work on a device's connection and twin; the SDK's own threads must not wait for the SDK. What comes after the end is left out. */
final class HubWorker implements Executor, AutoCloseable {

    private static final int CLOSE_SECONDS = 10;

    private final ScheduledExecutorService thread;

    HubWorker(String deviceId) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "hub-" + deviceId));
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        later(Duration.ZERO, work);
    }

    void later(Duration pause, Runnable work) {
        try {
            var unused = thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile
            return;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
