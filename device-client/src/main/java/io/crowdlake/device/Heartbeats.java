package io.crowdlake.device;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The heartbeats of all cameras of a program, each at its own moment, so that a hub does not hear a thousand at once. */
final class Heartbeats implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    /** A camera is seen soon after its start. */
    private static final Duration LATEST_FIRST = Duration.ofSeconds(5);

    private static final long LAST_SECONDS = 2;

    private final List<Heartbeat> all;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeats");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param interval between two of a camera
     */
    Heartbeats(List<Heartbeat> all, Duration interval) {
        this.all = List.copyOf(all);
        this.interval = interval;
    }

    void start() {
        long first = Math.min(interval.toMillis(), LATEST_FIRST.toMillis());
        for (Heartbeat heartbeat : all) {
            long delay = Math.round(first * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
            timer.scheduleAtFixedRate(() -> beat(heartbeat), delay, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A heartbeat that fails must not be the last. */
    private static void beat(Heartbeat heartbeat) {
        try {
            heartbeat.beat().exceptionally(failure -> {
                LOG.debug("a heartbeat was not sent: {}", failure.getMessage());
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("a heartbeat cannot be sent: {}", e.toString());
        }
    }

    /** Tells the hub once more how the cameras were doing; call it while the hub is still connected. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
            CompletableFuture<?>[] last = all.stream().map(Heartbeat::beat).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(last).get(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the last heartbeats were not sent: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
