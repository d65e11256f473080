package io.crowdlake.hub.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;

/**
 * One side of a twin.
 *
 * @param values what is set; never changed in place
 * @param version counts the changes, from 1
 * @param lastUpdated when the last one was
 */
public record TwinProperties(ObjectNode values, long version, Instant lastUpdated) {

    /** Of the JSON text of one side. */
    public static final int MAX_BYTES = 32 * 1024;

    private static final int MAX_DEPTH = 10;

    /** Nothing set. */
    public static TwinProperties none(Instant now) {
        return new TwinProperties(JsonNodeFactory.instance.objectNode(), 1, now);
    }

    /**
     * With a patch: what it names is set, what it sets to null is removed, what it does not name stays.
     *
     * @throws IllegalArgumentException with one line when the patch breaks a rule of the hub
     */
    public TwinProperties patched(JsonNode patch, Instant now) {
        ObjectNode fields = withoutMetadata(patch);
        checkNames(fields, 1);
        ObjectNode merged = values.deepCopy();
        merge(merged, fields);
        if (merged.toString().length() > MAX_BYTES) {
            throw new IllegalArgumentException("the twin's properties would have more than " + MAX_BYTES + " bytes");
        }
        return new TwinProperties(merged, version + 1, now);
    }

    /** With other values altogether. */
    public TwinProperties replaced(JsonNode all, Instant now) {
        return new TwinProperties(JsonNodeFactory.instance.objectNode(), version, now).patched(all, now);
    }

    /** As devices and people read it. */
    public ObjectNode toJson() {
        ObjectNode json = values.deepCopy();
        json.putObject("$metadata").put("$lastUpdated", lastUpdated.toString());
        json.put("$version", version);
        return json;
    }

    /** What a device is told of a change: the patch itself, and the version that came of it. */
    public ObjectNode announcement(JsonNode patch) {
        return withoutMetadata(patch).put("$version", version);
    }

    private static ObjectNode withoutMetadata(JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("properties must be a JSON object");
        }
        ObjectNode copy = fields.deepCopy();
        copy.remove("$version");
        copy.remove("$metadata");
        return copy;
    }

    /** RFC 7396. */
    static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode nested) {
                ObjectNode inner = target.get(field.getKey()) instanceof ObjectNode before
                        ? before
                        : target.putObject(field.getKey());
                merge(inner, nested);
            } else {
                target.set(field.getKey(), value);
            }
        }
    }

    private static void checkNames(ObjectNode fields, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("properties are nested more than " + MAX_DEPTH + " deep");
        }
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.isEmpty() || name.matches(".*[.$ \\p{Cntrl}].*")) {
                throw new IllegalArgumentException(
                        "property names must not be empty or contain '.', '$', spaces or control characters");
            }
            if (fields.get(name) instanceof ObjectNode nested) {
                checkNames(nested, depth + 1);
            }
        }
    }
}
