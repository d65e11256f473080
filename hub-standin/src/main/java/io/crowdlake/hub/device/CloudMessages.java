package io.crowdlake.hub.device;

import io.crowdlake.hub.registry.CloudMessage;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.registry.DeviceRegistry;
import io.crowdlake.hub.telemetry.MessageProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages to devices: each waits in the device's queue until the device has acknowledged it. Safe for many threads. */
public final class CloudMessages {

    /** As in the hub. */
    public static final int MAX_WAITING = 50;

    private final DeviceRegistry registry;
    private final ConnectedDevices connected;

    CloudMessages(DeviceRegistry registry, ConnectedDevices connected) {
        this.registry = registry;
        this.connected = connected;
    }

    /**
     * Queues a message, and sends it at once where the device listens.
     *
     * @return empty when there is no such device
     * @throws IllegalStateException when its queue is full
     */
    public Optional<Device> send(String deviceId, CloudMessage message) {
        Optional<Device> changed = registry.update(deviceId, device -> {
            if (device.waiting().size() >= MAX_WAITING) {
                throw new IllegalStateException(
                        "the queue of " + deviceId + " is full: " + MAX_WAITING + " messages wait already");
            }
            List<CloudMessage> waiting = new ArrayList<>(device.waiting());
            waiting.add(message);
            return device.withWaiting(waiting);
        });
        changed.ifPresent(device -> connected
                .find(deviceId)
                .filter(endpoint -> endpoint.listensTo(HubTopics.deviceBound(deviceId) + "#"))
                .ifPresent(endpoint -> deliver(endpoint, message)));
        return changed;
    }

    /** Sends all that waits; those that were sent before come again. */
    void deliverAll(DeviceEndpoint endpoint) {
        registry.find(endpoint.name())
                .ifPresent(device -> device.waiting().forEach(message -> deliver(endpoint, message)));
    }

    private void deliver(DeviceEndpoint endpoint, CloudMessage message) {
        String deviceId = endpoint.name();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("$.mid", message.messageId());
        properties.put("$.to", "/devices/" + deviceId + "/messages/devicebound");
        properties.putAll(message.properties());
        endpoint.send(
                HubTopics.deviceBound(deviceId) + MessageProperties.format(properties),
                message.body(),
                () -> forget(deviceId, message.messageId()));
    }

    private void forget(String deviceId, String messageId) {
        registry.update(
                deviceId,
                device -> device.withWaiting(device.waiting().stream()
                        .filter(message -> !message.messageId().equals(messageId))
                        .toList()));
    }
}
