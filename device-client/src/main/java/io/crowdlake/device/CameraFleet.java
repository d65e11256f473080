package io.crowdlake.device;

import io.crowdlake.device.hub.CameraHub;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs many cameras on a few threads and keeps their status file up to date. A live source may block while it waits for its next frame, so each
 * of them adds a thread.
 */
public final class CameraFleet implements AutoCloseable {

    private static final long STATUS_MILLIS = 1000;
    private static final long STOP_SECONDS = 15;

    private final List<Camera> cameras;
    private final CameraHub hub;
    private final Heartbeats heartbeats;
    private final StatusFile statusFile;
    private final Clock clock;
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService reporter;
    private boolean closed;

    /** Takes over cameras and hub: closing the fleet closes them. */
    CameraFleet(List<Camera> cameras, CameraHub hub, Heartbeats heartbeats, StatusFile statusFile, Clock clock) {
        this.cameras = List.copyOf(cameras);
        this.hub = hub;
        this.heartbeats = heartbeats;
        this.statusFile = statusFile;
        this.clock = clock;
        int live = (int) cameras.stream().filter(Camera::live).count();
        int threads =
                Math.min(cameras.size(), live + Math.max(2, Runtime.getRuntime().availableProcessors()));
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(Math.max(1, threads));
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.workers = pool;
        this.reporter = Executors.newSingleThreadScheduledExecutor();
    }

    /** Starts all cameras; returns at once. */
    public void start() {
        cameras.forEach(camera -> workers.execute(() -> run(camera)));
        heartbeats.start();
        reporter.scheduleAtFixedRate(() -> statusFile.write(status(state())), 0, STATUS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One frame at a time, so that the cameras take turns when the threads cannot keep up with all. */
    private void run(Camera camera) {
        Optional<Duration> wait = camera.step();
        if (wait.isPresent() && !workers.isShutdown()) {
            try {
                workers.schedule(() -> run(camera), wait.get().toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // stopped between the question and the answer: the camera stays where it is
                return;
            }
        }
    }

    /** Whether every source has ended and every frame has been accepted or refused. */
    public boolean finished() {
        return cameras.stream()
                .map(Camera::status)
                .allMatch(status -> status.finished() && status.framesWaiting() == 0);
    }

    /** How all cameras are doing, as of now. */
    public FleetStatus status() {
        return status(state());
    }

    private String state() {
        return finished() ? "finished" : "running";
    }

    private FleetStatus status(String state) {
        return FleetStatus.of(
                state,
                clock.instant().toString(),
                cameras.stream().map(Camera::status).toList());
    }

    /** Stops the cameras, sends what is on its way, and writes the last status. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        String last = finished() ? "finished" : "stopped";
        stop(workers);
        heartbeats.close();
        stop(reporter);
        hub.close();
        cameras.forEach(Camera::close);
        statusFile.write(status(last));
    }

    private static void stop(ScheduledExecutorService service) {
        service.shutdown();
        try {
            if (!service.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                service.shutdownNow();
            }
        } catch (InterruptedException e) {
            service.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
