package io.crowdlake.stack.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A camera as its hub knows it.
 *
 * @param deviceId its name
 * @param enabled whether it may sign in
 * @param connected whether it is signed in, as far as the hub knows by now
 * @param lastSeen when the hub last heard it, or null for never
 * @param tags what those who run the fleet say of it
 * @param desired what it should be
 * @param reported what it says that it is
 */
public record HubDevice(
        String deviceId,
        boolean enabled,
        boolean connected,
        Instant lastSeen,
        Map<String, Object> tags,
        Map<String, Object> desired,
        Map<String, Object> reported) {

    /** The hub's word for never is the first of January of the year 1. */
    private static final Instant NEVER = Instant.parse("0002-01-01T00:00:00Z");

    static HubDevice of(Twin twin) {
        return new HubDevice(
                twin.getDeviceId(),
                twin.getStatus() == null || twin.getStatus().toString().equalsIgnoreCase("enabled"),
                "Connected".equalsIgnoreCase(twin.getConnectionState()),
                time(twin.getLastActivityTime()),
                plain(twin.getTags()),
                plain(twin.getDesiredProperties()),
                plain(twin.getReportedProperties()));
    }

    private static Instant time(String text) {
        try {
            Instant time = text == null ? null : Instant.parse(text.endsWith("Z") ? text : text + "Z");
            return time == null || time.isBefore(NEVER) ? null : time;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** In one word. */
    @JsonIgnore
    public String status() {
        return enabled ? connected ? "connected" : "away" : "disabled";
    }

    /** A tag as text, or empty. */
    String tag(String name) {
        Object value = tags.get(name);
        return value == null ? "" : value.toString();
    }

    @JsonIgnore
    public String site() {
        return tag("site");
    }

    @JsonIgnore
    public String zone() {
        return tag("zone");
    }

    /** Of its program, or empty while it has never signed in. */
    @JsonIgnore
    public String version() {
        Object version = reported.get("softwareVersion");
        return version == null ? "" : version.toString();
    }

    /** What it has said to a setting. */
    Optional<Map<?, ?>> acknowledgement(String setting) {
        return reported.get(setting) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    /** In the order of the alphabet, and with whole numbers as such: the SDK makes all of them floating. */
    private static Map<String, Object> plain(Map<?, ?> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(name.toString(), plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return plain(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(HubDevice::plain).toList();
        }
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        return value;
    }
}
