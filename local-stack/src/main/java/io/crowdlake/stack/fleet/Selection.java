package io.crowdlake.stack.fleet;

import io.crowdlake.stack.StackException;
import java.util.List;

/** Which devices something is done with; exactly one of the three is given. */
public record Selection(List<String> ids, String tag, boolean all) {

    public Selection {
        ids = List.copyOf(ids);
        int given = (ids.isEmpty() ? 0 : 1) + (tag == null ? 0 : 1) + (all ? 1 : 0);
        if (given != 1) {
            throw new StackException("which devices: give their ids, or --query TAG=VALUE, or --all");
        }
        if (tag != null && !tag.matches("[A-Za-z][A-Za-z0-9_.-]*=.+")) {
            throw new StackException("--query is " + tag + ", must be TAG=VALUE, such as site=Lyon");
        }
    }

    /** The devices, by their ids; throws StackException when there are none. */
    public List<HubDevice> in(HubService hub) {
        if (!ids.isEmpty()) {
            return ids.stream().map(hub::get).toList();
        }
        List<HubDevice> found = hub.find(query());
        if (found.isEmpty()) {
            throw new StackException(tag == null ? "the hub knows no devices" : "the hub knows no device with " + tag);
        }
        return found;
    }

    private String query() {
        if (all) {
            return "SELECT * FROM devices";
        }
        int equals = tag.indexOf('=');
        Object value = Assignments.value(tag.substring(equals + 1));
        String literal = value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
        return "SELECT * FROM devices WHERE tags." + tag.substring(0, equals) + " = " + literal;
    }
}
