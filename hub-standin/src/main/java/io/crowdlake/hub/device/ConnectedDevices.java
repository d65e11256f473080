package io.crowdlake.hub.device;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The devices that are connected, one connection each. Safe for many threads. */
final class ConnectedDevices {

    private final Map<String, DeviceEndpoint> endpoints = new HashMap<>();
    private final Map<String, Instant> lastHeard = new HashMap<>();

    /** Adds one; answers the earlier connection of the same device, which must end. */
    synchronized Optional<DeviceEndpoint> add(DeviceEndpoint endpoint, Instant now) {
        lastHeard.put(endpoint.name(), now);
        notifyAll();
        return Optional.ofNullable(endpoints.put(endpoint.name(), endpoint));
    }

    /** Forgets a connection; a later one of the same device stays. */
    synchronized void remove(DeviceEndpoint endpoint, Instant now) {
        lastHeard.put(endpoint.name(), now);
        endpoints.remove(endpoint.name(), endpoint);
    }

    synchronized void heard(String deviceId, Instant now) {
        lastHeard.put(deviceId, now);
    }

    synchronized Presence presence(String deviceId) {
        return new Presence(endpoints.containsKey(deviceId), lastHeard.getOrDefault(deviceId, Presence.NEVER));
    }

    synchronized Optional<DeviceEndpoint> find(String deviceId) {
        return Optional.ofNullable(endpoints.get(deviceId));
    }

    /** Waits for a device that may be about to connect. */
    synchronized Optional<DeviceEndpoint> await(String deviceId, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toMillis();
        while (!endpoints.containsKey(deviceId) && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return find(deviceId);
    }
}
