package io.crowdlake.stack.fleet;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the lake's table {@code devices} says of a camera.
 *
 * @param site place that the camera belongs to, or null
 * @param zone part of the site, or null
 * @param timeZone of the site, or null
 * @param tags all others, as texts
 * @param policy what may be told of people there
 */
record RegistryEntry(
        String deviceId, String site, String zone, String timeZone, Map<String, String> tags, Policy policy) {

    private static final Set<String> COLUMNS = Set.of("site", "zone", "timeZone");

    static RegistryEntry of(HubDevice device) {
        Map<String, String> others = new TreeMap<>();
        device.tags().forEach((name, value) -> {
            if (!COLUMNS.contains(name)) {
                flatten(name, value, others);
            }
        });
        return new RegistryEntry(
                device.deviceId(),
                text(device, "site"),
                text(device, "zone"),
                text(device, "timeZone"),
                others,
                Policy.of(device));
    }

    private static String text(HubDevice device, String tag) {
        return device.tag(tag).isBlank() ? null : device.tag(tag);
    }

    private static void flatten(String name, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, one) -> flatten(name + "." + key, one, into));
        } else if (value != null) {
            into.put(name, value.toString());
        }
    }
}
