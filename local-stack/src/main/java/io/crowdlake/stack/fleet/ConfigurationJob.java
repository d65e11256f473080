package io.crowdlake.stack.fleet;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.fleet.ConfigurationResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Wishes the same settings of many devices, a few at a time, and waits until each has said what it makes of them. */
public final class ConfigurationJob {

    /** A hub allows a service some ten requests a second. */
    private static final int THREADS = 8;

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int APPLIED = 200;

    private final HubService hub;
    private final Map<String, Object> settings;
    private final Duration limit;

    /**
     * @param settings by name; a null takes one back
     * @param limit how long to wait for one device
     */
    public ConfigurationJob(HubService hub, Map<String, Object> settings, Duration limit) {
        this.hub = hub;
        this.settings = settings;
        this.limit = limit;
    }

    /**
     * Runs to the end.
     *
     * @param each is told of a device as soon as it has answered, one after another
     * @return in the order of the devices
     */
    public List<ConfigurationResult> run(List<HubDevice> devices, Consumer<ConfigurationResult> each)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, devices.size()));
        try {
            List<Future<ConfigurationResult>> started = new ArrayList<>();
            for (HubDevice device : devices) {
                started.add(threads.submit(() -> {
                    ConfigurationResult result = configure(device);
                    synchronized (each) {
                        each.accept(result);
                    }
                    return result;
                }));
            }
            List<ConfigurationResult> results = new ArrayList<>();
            for (Future<ConfigurationResult> one : started) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new StackException("a device could not be configured: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private ConfigurationResult configure(HubDevice device) throws InterruptedException {
        String id = device.deviceId();
        long version = 0;
        try {
            version = hub.desire(id, settings);
            long end = System.nanoTime() + limit.toNanos();
            HubDevice now = hub.get(id);
            Optional<ConfigurationResult> answer = answer(now, version);
            while (answer.isEmpty() && now.connected() && System.nanoTime() < end) {
                Thread.sleep(PAUSE.toMillis());
                now = hub.get(id);
                answer = answer(now, version);
            }
            return answer.orElse(unanswered(now, version));
        } catch (StackException e) {
            return new ConfigurationResult(id, Outcome.FAILED, version, e.getMessage());
        }
    }

    private ConfigurationResult unanswered(HubDevice device, long version) {
        return device.connected()
                ? new ConfigurationResult(
                        device.deviceId(), Outcome.SILENT, version, "has not answered in " + limit.toSeconds() + " s")
                : new ConfigurationResult(
                        device.deviceId(),
                        Outcome.WAITING,
                        version,
                        device.enabled() ? "not connected; holds when it is back" : "disabled");
    }

    /** Empty until the device has spoken of each setting in this version of the wish, or a later one. */
    private Optional<ConfigurationResult> answer(HubDevice device, long version) {
        List<String> refusals = new ArrayList<>();
        for (String setting : settings.keySet()) {
            Optional<Map<?, ?>> said = device.acknowledgement(setting);
            if (said.isEmpty() || number(said.get().get("av")) < version) {
                return Optional.empty();
            }
            if (number(said.get().get("ac")) != APPLIED) {
                refusals.add(String.valueOf(said.get().get("ad")));
            }
        }
        return Optional.of(new ConfigurationResult(
                device.deviceId(),
                refusals.isEmpty() ? Outcome.APPLIED : Outcome.REFUSED,
                version,
                String.join("; ", refusals)));
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
