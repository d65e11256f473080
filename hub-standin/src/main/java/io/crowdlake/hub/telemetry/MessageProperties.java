package io.crowdlake.hub.telemetry;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The properties of a message, as they stand at the end of its topic, {@code $.ct=image%2Fjpeg&sequence=7}, or in the headers of its request.
 *
 * @param system those that begin with {@code $.}, by the names under which the hub hands them on
 * @param application all others
 */
public record MessageProperties(Map<String, String> system, Map<String, String> application) {

    /** System properties that a device may set. */
    private static final Map<String, String> SYSTEM = Map.of(
            "$.mid", "message-id",
            "$.cid", "correlation-id",
            "$.uid", "user-id",
            "$.to", "to",
            "$.ct", "content-type",
            "$.ce", "content-encoding",
            "$.ctime", "iothub-creation-time-utc",
            "$.ifid", "iothub-interface-id",
            "$.sub", "dt-subject");

    /** The same ones as headers of an HTTPS request. */
    private static final Map<String, String> SYSTEM_HEADERS = Map.of(
            "iothub-messageid", "message-id",
            "iothub-correlationid", "correlation-id",
            "iothub-userid", "user-id",
            "iothub-contenttype", "content-type",
            "iothub-contentencoding", "content-encoding",
            "iothub-creation-time-utc", "iothub-creation-time-utc",
            "iothub-interface-id", "iothub-interface-id");

    private static final String APPLICATION_HEADER = "iothub-app-";

    /** What the device says of itself; the hub knows better. */
    private static final Set<String> IGNORED = Set.of("$.cdid", "$.cmid", "$.on", "$.exp");

    private static final String RESERVED = "iothub-";

    /**
     * Reads the last part of a topic; empty is no property.
     *
     * @throws IllegalArgumentException with one line when it cannot be read or names what only the hub may set
     */
    public static MessageProperties parse(String text) {
        Map<String, String> system = new LinkedHashMap<>();
        Map<String, String> application = new LinkedHashMap<>();
        for (String property : text.split("[&;]")) {
            if (property.isEmpty()) {
                continue;
            }
            int equals = property.indexOf('=');
            String name = decode(equals < 0 ? property : property.substring(0, equals));
            String value = equals < 0 ? "" : decode(property.substring(equals + 1));
            if (IGNORED.contains(name)) {
                continue;
            } else if (name.startsWith("$.")) {
                String known = SYSTEM.get(name);
                if (known == null) {
                    throw new IllegalArgumentException("system property " + name + " is unknown");
                }
                system.put(known, value);
            } else {
                checkFree(name);
                application.put(name, value);
            }
        }
        return new MessageProperties(system, application);
    }

    /**
     * Reads those of an HTTPS request; its other headers are none.
     *
     * @param headers by name in lower case
     * @throws IllegalArgumentException with one line when one names what only the hub may set
     */
    public static MessageProperties ofHeaders(Map<String, String> headers) {
        Map<String, String> system = new LinkedHashMap<>();
        Map<String, String> application = new LinkedHashMap<>();
        headers.forEach((header, value) -> {
            if (header.startsWith(APPLICATION_HEADER)) {
                String name = header.substring(APPLICATION_HEADER.length());
                checkFree(name);
                application.put(name, value);
            } else if (SYSTEM_HEADERS.containsKey(header)) {
                system.put(SYSTEM_HEADERS.get(header), value);
            }
        });
        return new MessageProperties(system, application);
    }

    private static void checkFree(String name) {
        if (name.startsWith(RESERVED)) {
            throw new IllegalArgumentException("property " + name + " is the hub's own");
        }
    }

    /** Characters of all names and values, which count as part of the message. */
    public int length() {
        return length(system) + length(application);
    }

    private static int length(Map<String, String> properties) {
        return properties.entrySet().stream()
                .mapToInt(one -> one.getKey().length() + one.getValue().length())
                .sum();
    }

    /** As the last part of a topic. */
    public static String format(Map<String, String> properties) {
        StringBuilder text = new StringBuilder();
        properties.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return text.toString();
    }

    private static String decode(String text) {
        // a plus is a plus in a topic
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
