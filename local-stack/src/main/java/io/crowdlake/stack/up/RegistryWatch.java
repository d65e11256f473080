package io.crowdlake.stack.up;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.fleet.DevicesTable;
import io.crowdlake.stack.fleet.HubDevice;
import io.crowdlake.stack.fleet.HubService;
import io.crowdlake.stack.fleet.ServiceConnection;
import io.crowdlake.stack.query.LakeQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the lake's table {@code devices} as the hub's registry is, while both are there. What goes wrong is tried again. */
final class RegistryWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Thread thread;

    private RegistryWatch(Thread thread) {
        this.thread = thread;
    }

    /** Begins to watch on a thread of its own, once the lake takes queries; does nothing without a hub, or without a query engine. */
    static RegistryWatch startFor(LocalStack stack, Queries queries) {
        Thread thread = new Thread(() -> watch(stack, queries), "registry");
        thread.setDaemon(true);
        if (stack.hasHub() && stack.trino().isPresent()) {
            thread.start();
        }
        return new RegistryWatch(thread);
    }

    private static void watch(LocalStack stack, Queries queries) {
        Map<String, Map<String, Object>> written = Map.of();
        try {
            while (true) {
                if (queries.areTaken()) {
                    written = update(stack, written);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the lake only where the registry has changed since. */
    private static Map<String, Map<String, Object>> update(LocalStack stack, Map<String, Map<String, Object>> written) {
        try {
            List<HubDevice> devices =
                    HubService.open(ServiceConnection.of(stack.data())).find("SELECT * FROM devices");
            Map<String, Map<String, Object>> tags = new TreeMap<>();
            devices.forEach(device -> tags.put(device.deviceId(), device.tags()));
            if (!tags.equals(written)) {
                try (Connection trino =
                        LakeQuery.connect(stack.trino().orElseThrow().port())) {
                    new DevicesTable(trino).update(devices);
                }
            }
            return tags;
        } catch (StackException | SQLException e) {
            LOG.warn("the registry of the hub is not in the lake yet: {}", e.getMessage());
            return written;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
