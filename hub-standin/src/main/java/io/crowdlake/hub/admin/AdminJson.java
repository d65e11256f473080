package io.crowdlake.hub.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.hub.device.Presence;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Devices and twins in the JSON of the hub's service interface. */
final class AdminJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AdminJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(byte[] body) throws AdminException {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.isObject()) {
                throw AdminException.invalid("the body must be a JSON object");
            }
            return json;
        } catch (IOException e) {
            throw AdminException.invalid("the body is no JSON");
        }
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With new keys where the request brings none. */
    static Authentication authentication(JsonNode device) throws AdminException {
        JsonNode authentication = device.path("authentication");
        try {
            return authentication.isObject()
                    ? JSON.treeToValue(authentication, Authentication.class)
                    : Authentication.sas();
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : null;
            throw AdminException.invalid(cause == null ? "authentication cannot be read" : cause.getMessage());
        }
    }

    static ObjectNode device(Device device, Presence presence) {
        ObjectNode json = object();
        json.put("deviceId", device.deviceId());
        json.put("generationId", device.generationId());
        json.put("etag", etag(device));
        json.put("connectionState", presence.connected() ? "Connected" : "Disconnected");
        json.put("lastActivityTime", time(presence.lastActivity()));
        // the service SDK will not take a device without them
        json.put("connectionStateUpdatedTime", time(Presence.NEVER));
        json.put("statusUpdatedTime", time(Presence.NEVER));
        json.put("status", status(device));
        json.put("cloudToDeviceMessageCount", device.waiting().size());
        json.set("authentication", JSON.valueToTree(device.authentication()));
        json.putObject("capabilities").put("iotEdge", false);
        return json;
    }

    static ObjectNode twin(Device device, Presence presence) {
        ObjectNode json = object();
        json.put("deviceId", device.deviceId());
        json.put("etag", etag(device));
        json.put("status", status(device));
        json.put("connectionState", presence.connected() ? "Connected" : "Disconnected");
        json.put("lastActivityTime", time(presence.lastActivity()));
        json.put("authenticationType", device.authentication().type().label());
        json.put("version", version(device));
        json.set("tags", device.tags());
        ObjectNode properties = json.putObject("properties");
        properties.set("desired", device.desired().toJson());
        properties.set("reported", device.reported().toJson());
        return json;
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String status(Device device) {
        return device.enabled() ? "enabled" : "disabled";
    }

    private static String etag(Device device) {
        return Long.toString(version(device));
    }

    private static long version(Device device) {
        return device.desired().version() + device.reported().version();
    }
}
