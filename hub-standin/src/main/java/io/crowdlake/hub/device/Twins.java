package io.crowdlake.hub.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.registry.DeviceRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** What devices should be and what they say that they are. Safe for many threads. */
public final class Twins {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final DeviceRegistry registry;
    private final ConnectedDevices connected;
    private final Clock clock;

    Twins(DeviceRegistry registry, ConnectedDevices connected, Clock clock) {
        this.registry = registry;
        this.connected = connected;
        this.clock = clock;
    }

    /** Both sides, as the device reads them. */
    byte[] document(Device device) {
        ObjectNode document = JSON.createObjectNode();
        document.set("desired", device.desired().toJson());
        document.set("reported", device.reported().toJson());
        return bytes(document);
    }

    /**
     * Takes what a device reports.
     *
     * @return the version that came of it
     * @throws IllegalArgumentException with one line when it is no JSON object or breaks a rule
     */
    long report(String deviceId, byte[] patch) {
        JsonNode fields;
        try {
            fields = JSON.readTree(patch);
        } catch (IOException e) {
            throw new IllegalArgumentException("reported properties are no JSON", e);
        }
        return registry.update(
                        deviceId,
                        device -> device.withReported(device.reported().patched(fields, clock.instant())))
                .orElseThrow(() -> new IllegalArgumentException("the device is not registered any more"))
                .reported()
                .version();
    }

    /**
     * Changes what a device should be, and tells it if it is connected.
     *
     * @throws IllegalArgumentException with one line when the patch breaks a rule
     */
    public Optional<Device> desire(String deviceId, JsonNode patch) {
        if (patch.isObject() && patch.isEmpty()) {
            // the service SDK sends one along with tags
            return registry.find(deviceId);
        }
        Optional<Device> changed = registry.update(
                deviceId, device -> device.withDesired(device.desired().patched(patch, clock.instant())));
        changed.ifPresent(device -> connected
                .find(deviceId)
                .filter(endpoint -> endpoint.listensTo(HubTopics.TWIN_DESIRED_FILTER))
                .ifPresent(endpoint -> endpoint.send(
                        HubTopics.desiredChanged(device.desired().version()),
                        bytes(device.desired().announcement(patch)))));
        return changed;
    }

    /**
     * Changes the tags.
     *
     * @throws IllegalArgumentException with one line when the patch is no object
     */
    public Optional<Device> tag(String deviceId, JsonNode patch) {
        return registry.update(deviceId, device -> device.withTags(patch));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
