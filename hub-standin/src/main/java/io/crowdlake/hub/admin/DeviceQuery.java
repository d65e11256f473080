package io.crowdlake.hub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the hub's query language that fleets need most: {@code SELECT * FROM devices [WHERE tags.site = 'Lyon' [AND ...]]}. */
final class DeviceQuery {

    private static final Pattern FORM =
            Pattern.compile("(?is)\\s*SELECT\\s+\\*\\s+FROM\\s+devices(?:\\s+WHERE\\s+(.+?))?\\s*");
    private static final Pattern CONDITION = Pattern.compile(
            "(?is)\\s*([a-z0-9_-]+(?:\\.[a-z0-9_-]+)*)\\s*=\\s*('(?:[^']|'')*'|-?[0-9.]+|true|false)\\s*(AND\\s+|$)");

    private record Condition(List<String> path, JsonNode value) {

        boolean holds(JsonNode twin) {
            JsonNode found = twin;
            for (String name : path) {
                found = found.path(name);
            }
            return found.isNumber() && value.isNumber()
                    ? found.decimalValue().compareTo(value.decimalValue()) == 0
                    : found.equals(value);
        }
    }

    private final List<Condition> conditions;

    private DeviceQuery(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** Reads a query; throws AdminException 400 when it is another one. */
    static DeviceQuery parse(String query) throws AdminException {
        Matcher form = FORM.matcher(query);
        if (!form.matches()) {
            throw AdminException.invalid("the only query is SELECT * FROM devices, with WHERE name = value AND ...");
        }
        List<Condition> conditions = new ArrayList<>();
        String where = form.group(1) == null ? "" : form.group(1);
        Matcher condition = CONDITION.matcher(where);
        int at = 0;
        boolean more = false;
        while (at < where.length() || more) {
            if (!condition.region(at, where.length()).lookingAt()) {
                throw AdminException.invalid("WHERE must be name = value AND ..., this cannot be read: "
                        + where.substring(at).strip());
            }
            conditions.add(new Condition(List.of(condition.group(1).split("\\.")), value(condition.group(2))));
            at = condition.end();
            more = !condition.group(3).isEmpty();
        }
        return new DeviceQuery(conditions);
    }

    private static JsonNode value(String text) throws AdminException {
        if (text.startsWith("'")) {
            return JsonNodeFactory.instance.textNode(
                    text.substring(1, text.length() - 1).replace("''", "'"));
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw AdminException.invalid("WHERE has " + text + ", which is no number");
        }
    }

    boolean matches(JsonNode twin) {
        return conditions.stream().allMatch(condition -> condition.holds(twin));
    }
}
