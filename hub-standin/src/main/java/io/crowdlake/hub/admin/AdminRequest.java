package io.crowdlake.hub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the service interface.
 *
 * @param method such as {@code GET}
 * @param path its parts, decoded
 * @param headers their first values, by names in lower case
 * @param query by name
 * @param body as sent
 */
record AdminRequest(
        String method, List<String> path, Map<String, String> headers, Map<String, String> query, byte[] body) {

    /** Whether the path looks like this one; {@code *} stands for any part. */
    boolean matches(String wanted, String... parts) {
        if (!method.equals(wanted) || path.size() != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals("*") && !parts[i].equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as a JSON object. */
    JsonNode json() throws AdminException {
        return AdminJson.read(body);
    }
}
