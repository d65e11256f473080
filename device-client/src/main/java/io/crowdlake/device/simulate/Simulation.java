package io.crowdlake.device.simulate;

import io.crowdlake.device.CameraStatus;
import io.crowdlake.device.FleetStatus;
import io.crowdlake.device.hub.CameraHub;
import io.crowdlake.device.hub.HubException;
import io.crowdlake.scene.SceneOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Many devices in one process, on a few threads, each with a connection of its own: {@code simulated-0001}, {@code simulated-0002}, ... They start one
 * after the other, are never quite in step, and lose their connections now and then.
 */
public final class Simulation implements AutoCloseable {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final long STOP_SECONDS = 15;

    /** Before a device that could not sign in tries again; doubles from time to time. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final SimulationSettings settings;
    private final CameraHub hub;
    private final Clock clock;
    private final List<SimulatedDevice> devices = new ArrayList<>();
    private final SortedMap<String, String> refusals = new TreeMap<>();
    private final ScheduledThreadPoolExecutor workers;
    private boolean closed;

    private Simulation(SimulationSettings settings, CameraHub hub, Clock clock) {
        this.settings = settings;
        this.hub = hub;
        this.clock = clock;
        this.workers = new ScheduledThreadPoolExecutor(Runtime.getRuntime().availableProcessors());
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Starts the devices; returns at once. Takes over the hub: closing the simulation closes it.
     *
     * @param truthFolder where each device writes who is in its scene, or null for nowhere
     * @throws HubException with one line when the hub does not know the devices
     */
    public static Simulation start(SimulationSettings settings, CameraHub hub, Path truthFolder, Clock clock)
            throws HubException {
        Simulation simulation = new Simulation(settings, hub, clock);
        try {
            simulation.open(truthFolder);
        } catch (HubException | RuntimeException e) {
            simulation.close();
            throw e;
        }
        return simulation;
    }

    private void open(Path truthFolder) throws HubException {
        List<String> ids = hub.deviceIds(names(settings.devices()));
        double framesPerSecond = Math.min(60, 1e9 / settings.interval().toNanos());
        for (int i = 0; i < ids.size(); i++) {
            SceneOptions options = SceneOptions.sparse(settings.seed() + i)
                    .withSize(WIDTH, HEIGHT)
                    .withFramesPerSecond(framesPerSecond);
            String id = ids.get(i);
            Duration wait = settings.rampUp().multipliedBy(i).dividedBy(ids.size());
            Random random = new Random(settings.seed() * 31 + i);
            later(() -> begin(id, options, truthFolder, random, FIRST_PAUSE), wait);
        }
    }

    private void begin(String id, SceneOptions options, Path truthFolder, Random random, Duration pause) {
        try {
            SimulatedDevice device = new SimulatedDevice(
                    id, options, truthFolder, hub.publisher(id, new NoControl()), clock, settings, random);
            synchronized (devices) {
                devices.add(device);
                refusals.remove(id);
            }
            run(device);
        } catch (HubException e) {
            synchronized (devices) {
                refusals.put(id, e.getMessage());
            }
            Duration next = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            later(() -> begin(id, options, truthFolder, random, next), pause);
        }
    }

    private void run(SimulatedDevice device) {
        Duration wait = device.step();
        later(() -> run(device), wait);
    }

    private void later(Runnable task, Duration wait) {
        if (!workers.isShutdown()) {
            workers.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    static List<String> names(int devices) {
        return IntStream.rangeClosed(1, devices)
                .mapToObj(number -> String.format(Locale.ROOT, "simulated-%04d", number))
                .toList();
    }

    /** How all devices that have started are doing, as of now. */
    public FleetStatus status() {
        List<CameraStatus> all;
        synchronized (devices) {
            all = devices.stream().map(device -> device.status(closed)).toList();
        }
        return FleetStatus.of(closed ? "stopped" : "running", clock.instant().toString(), all);
    }

    /** The same in one line. */
    public String summary() {
        List<CameraStatus> all = status().cameras();
        long outages;
        String refused;
        synchronized (devices) {
            refused = refusals.isEmpty() ? "" : " (" + refusals.get(refusals.firstKey()) + ")";
            outages = devices.stream().mapToLong(SimulatedDevice::outages).sum();
        }
        return String.format(
                Locale.ROOT,
                "%d of %d devices started%s, %d in trouble, %d messages sent, %d wait, %d dropped, %d failed, %d outages",
                all.size(),
                settings.devices(),
                refused,
                all.stream().filter(device -> device.lastError() != null).count(),
                all.stream().mapToLong(CameraStatus::framesSent).sum(),
                all.stream().mapToLong(CameraStatus::framesWaiting).sum(),
                all.stream().mapToLong(CameraStatus::framesDropped).sum(),
                all.stream().mapToLong(CameraStatus::errors).sum(),
                outages);
    }

    /** Stops the devices and sends what is on its way. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hub.close();
        synchronized (devices) {
            closed = true;
            devices.forEach(SimulatedDevice::close);
        }
    }
}
