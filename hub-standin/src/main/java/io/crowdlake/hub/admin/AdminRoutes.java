package io.crowdlake.hub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.hub.device.DeviceHub;
import io.crowdlake.hub.device.DirectMethods;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.CloudMessage;
import io.crowdlake.hub.registry.Device;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * What the service interface can do, with the paths and bodies of the hub's own.
 *
 * <pre>
 * GET    /devices                   all devices, at most ?top=
 * PUT    /devices/{id}              add, or with If-Match change
 * GET    /devices/{id}              one
 * DELETE /devices/{id}              retire
 * GET    /twins/{id}                tags, desired and reported properties
 * PATCH  /twins/{id}                change tags and desired properties
 * POST   /twins/{id}/methods        call a method
 * POST   /messages/deviceBound      send a message, to the device in the header iothub-to
 * POST   /devices/query             twins, page by page: SELECT * FROM devices WHERE tags.site = 'Lyon' AND ...
 * </pre>
 */
final class AdminRoutes {

    private static final int DEFAULT_TOP = 1000;
    private static final int PAGE = 100;
    private static final int DEFAULT_RESPOND_SECONDS = 30;

    private final DeviceHub hub;
    private final Clock clock;

    AdminRoutes(DeviceHub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    AdminResponse handle(AdminRequest request) throws AdminException, InterruptedException {
        if (request.matches("GET", "devices")) {
            return list(request);
        } else if (request.matches("PUT", "devices", "*")) {
            return enrol(request);
        } else if (request.matches("GET", "devices", "*")) {
            return AdminResponse.of(device(find(request)));
        } else if (request.matches("DELETE", "devices", "*")) {
            return retire(request);
        } else if (request.matches("GET", "twins", "*")) {
            return AdminResponse.of(twin(find(request)));
        } else if (request.matches("PATCH", "twins", "*")) {
            return change(request);
        } else if (request.matches("POST", "twins", "*", "methods")) {
            return invoke(request);
        } else if (request.matches("POST", "messages", "deviceBound")) {
            return message(request);
        } else if (request.matches("POST", "devices", "query")) {
            return query(request);
        }
        throw new AdminException(
                404, "NotFound", request.method() + " /" + String.join("/", request.path()) + " is not offered");
    }

    private AdminResponse list(AdminRequest request) throws AdminException {
        int top = DEFAULT_TOP;
        try {
            top = Integer.parseInt(request.query().getOrDefault("top", Integer.toString(top)));
        } catch (NumberFormatException e) {
            throw AdminException.invalid("top is no number");
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        hub.registry().all().stream().limit(top).forEach(device -> all.add(device(device)));
        return AdminResponse.of(all);
    }

    private AdminResponse enrol(AdminRequest request) throws AdminException {
        String deviceId = request.path().get(1);
        JsonNode body = request.json();
        boolean enabled = !body.path("status").asText("enabled").equalsIgnoreCase("disabled");
        Authentication authentication = AdminJson.authentication(body);
        if (request.header("if-match").isPresent()) {
            Device changed = hub.registry()
                    .update(deviceId, device -> device.withAccess(enabled, authentication))
                    .orElseThrow(() -> AdminException.notFound(deviceId));
            if (!enabled) {
                hub.disconnect(deviceId, "the device has been disabled");
            }
            return AdminResponse.of(device(changed));
        }
        try {
            Device device =
                    Device.enrolled(deviceId, authentication, clock.instant()).withAccess(enabled, authentication);
            if (hub.registry().add(device).isPresent()) {
                throw new AdminException(409, "DeviceAlreadyExists", deviceId + " is registered already");
            }
            return AdminResponse.of(device(device));
        } catch (IllegalArgumentException e) {
            throw AdminException.invalid(e.getMessage());
        }
    }

    private AdminResponse retire(AdminRequest request) throws AdminException {
        String deviceId = request.path().get(1);
        if (!hub.registry().remove(deviceId)) {
            throw AdminException.notFound(deviceId);
        }
        hub.disconnect(deviceId, "the device has been retired");
        return AdminResponse.nothing();
    }

    private AdminResponse change(AdminRequest request) throws AdminException {
        String deviceId = request.path().get(1);
        JsonNode body = request.json();
        Device changed = find(request);
        try {
            if (body.has("tags")) {
                changed = hub.twins()
                        .tag(deviceId, body.get("tags"))
                        .orElseThrow(() -> AdminException.notFound(deviceId));
            }
            JsonNode desired = body.path("properties").path("desired");
            if (!desired.isMissingNode()) {
                changed = hub.twins().desire(deviceId, desired).orElseThrow(() -> AdminException.notFound(deviceId));
            }
            return AdminResponse.of(twin(changed));
        } catch (IllegalArgumentException e) {
            throw AdminException.invalid(e.getMessage());
        }
    }

    private AdminResponse invoke(AdminRequest request) throws AdminException, InterruptedException {
        Device device = find(request);
        JsonNode body = request.json();
        String name = body.path("methodName").asText();
        if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
            throw AdminException.invalid("methodName is '" + name + "', must be a name of at most 100 letters");
        }
        try {
            Optional<DirectMethods.Result> result = hub.methods()
                    .invoke(
                            device.deviceId(),
                            name,
                            body.has("payload") ? AdminJson.bytes(body.get("payload")) : new byte[0],
                            seconds(body, "connectTimeoutInSeconds", 0),
                            seconds(body, "responseTimeoutInSeconds", DEFAULT_RESPOND_SECONDS));
            if (result.isEmpty()) {
                throw new AdminException(404, "DeviceNotOnline", device.deviceId() + " is not connected");
            }
            ObjectNode answer = AdminJson.object().put("status", result.get().status());
            byte[] payload = result.get().payload();
            answer.set("payload", payload.length == 0 ? null : AdminJson.read(payload));
            return AdminResponse.of(answer);
        } catch (TimeoutException e) {
            throw new AdminException(504, "GatewayTimeout", device.deviceId() + " did not answer in time");
        }
    }

    private static Duration seconds(JsonNode body, String name, int otherwise) throws AdminException {
        int seconds = body.path(name).asInt(otherwise);
        if (seconds < 0 || seconds > 300) {
            throw AdminException.invalid(name + " is " + seconds + ", must be within 0 and 300");
        }
        return Duration.ofSeconds(seconds);
    }

    private AdminResponse message(AdminRequest request) throws AdminException {
        String to = request.header("iothub-to").orElse("");
        if (!to.matches("(?i)/devices/[^/]+/messages/deviceBound")) {
            throw AdminException.invalid(
                    "header iothub-to is '" + to + "', must be /devices/{id}/messages/deviceBound");
        }
        String deviceId = to.split("/")[2];
        Map<String, String> properties = new LinkedHashMap<>();
        String prefix = "iothub-app-";
        request.headers().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                properties.put(name.substring(prefix.length()), value);
            }
        });
        String id = request.header("iothub-messageid").orElse(UUID.randomUUID().toString());
        try {
            if (hub.messages()
                    .send(deviceId, new CloudMessage(id, properties, request.body()))
                    .isEmpty()) {
                throw AdminException.notFound(deviceId);
            }
        } catch (IllegalStateException e) {
            throw new AdminException(403, "DeviceMaximumQueueDepthExceeded", e.getMessage());
        }
        return AdminResponse.nothing();
    }

    private AdminResponse query(AdminRequest request) throws AdminException {
        DeviceQuery query = DeviceQuery.parse(request.json().path("query").asText());
        List<JsonNode> found = hub.registry().all().stream()
                .map(this::twin)
                .filter(query::matches)
                .toList();
        int from = Math.min(number(request, "x-ms-continuation", 0), found.size());
        int to = Math.min(from + number(request, "x-ms-max-item-count", PAGE), found.size());
        AdminResponse page =
                AdminResponse.of(JsonNodeFactory.instance.arrayNode().addAll(found.subList(from, to)));
        return to < found.size() ? page.with("x-ms-continuation", Integer.toString(to)) : page;
    }

    private static int number(AdminRequest request, String header, int otherwise) throws AdminException {
        String text = request.header(header).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw AdminException.invalid("header " + header + " is '" + text + "', must be a number");
        }
        return Integer.parseInt(text);
    }

    private Device find(AdminRequest request) throws AdminException {
        String deviceId = request.path().get(1);
        return hub.registry().find(deviceId).orElseThrow(() -> AdminException.notFound(deviceId));
    }

    private JsonNode device(Device device) {
        return AdminJson.device(device, hub.presence(device.deviceId()));
    }

    private JsonNode twin(Device device) {
        return AdminJson.twin(device, hub.presence(device.deviceId()));
    }
}
