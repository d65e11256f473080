package io.crowdlake.hub.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.hub.identity.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One device as the hub knows it.
 *
 * @param deviceId its name, case-sensitive
 * @param generationId tells it from an earlier device of the same name
 * @param enabled whether it may connect
 * @param authentication what it must prove
 * @param tags of the people who run the fleet; the device does not see them
 * @param desired what it should be
 * @param reported what it says that it is
 * @param subscriptions topics of a session that outlives its connection
 * @param waiting messages to the device that it has not acknowledged, oldest first
 */
public record Device(
        String deviceId,
        String generationId,
        boolean enabled,
        Authentication authentication,
        ObjectNode tags,
        TwinProperties desired,
        TwinProperties reported,
        Set<String> subscriptions,
        List<CloudMessage> waiting) {

    private static final String ID_PATTERN = "[A-Za-z0-9\\-.%_#*?!(),:=@$']{1,128}";

    public Device {
        if (deviceId == null || !deviceId.matches(ID_PATTERN)) {
            throw new IllegalArgumentException("device id is '" + deviceId
                    + "', must have 1 to 128 letters, digits or any of - . % _ # * ? ! ( ) , : = @ $ '");
        }
        subscriptions = Set.copyOf(subscriptions);
        waiting = List.copyOf(waiting);
    }

    /** A new one, enabled. */
    public static Device enrolled(String deviceId, Authentication authentication, Instant now) {
        return new Device(
                deviceId,
                Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits()),
                true,
                authentication,
                JsonNodeFactory.instance.objectNode(),
                TwinProperties.none(now),
                TwinProperties.none(now),
                Set.of(),
                List.of());
    }

    public Identity identity() {
        return new Identity(deviceId, generationId, authentication.type());
    }

    public Device withAccess(boolean allowed, Authentication proof) {
        return new Device(deviceId, generationId, allowed, proof, tags, desired, reported, subscriptions, waiting);
    }

    public Device withTags(JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("tags must be a JSON object");
        }
        ObjectNode merged = tags.deepCopy();
        TwinProperties.merge(merged, fields);
        return new Device(
                deviceId, generationId, enabled, authentication, merged, desired, reported, subscriptions, waiting);
    }

    public Device withDesired(TwinProperties next) {
        return new Device(
                deviceId, generationId, enabled, authentication, tags, next, reported, subscriptions, waiting);
    }

    public Device withReported(TwinProperties next) {
        return new Device(deviceId, generationId, enabled, authentication, tags, desired, next, subscriptions, waiting);
    }

    public Device withSubscription(String filter) {
        Set<String> all = new TreeSet<>(subscriptions);
        all.add(filter);
        return withSubscriptions(all);
    }

    public Device withSubscriptions(Set<String> all) {
        return new Device(deviceId, generationId, enabled, authentication, tags, desired, reported, all, waiting);
    }

    public Device withWaiting(List<CloudMessage> messages) {
        return new Device(
                deviceId, generationId, enabled, authentication, tags, desired, reported, subscriptions, messages);
    }
}
