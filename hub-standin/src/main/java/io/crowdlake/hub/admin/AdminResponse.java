package io.crowdlake.hub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param status of HTTP
 * @param body JSON, or empty
 * @param headers beside those of every answer
 */
record AdminResponse(int status, byte[] body, Map<String, String> headers) {

    AdminResponse(int status, byte[] body) {
        this(status, body, Map.of());
    }

    static AdminResponse of(JsonNode json) {
        return new AdminResponse(200, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    AdminResponse with(String header, String value) {
        return new AdminResponse(status, body, Map.of(header, value));
    }

    static AdminResponse nothing() {
        return new AdminResponse(204, new byte[0]);
    }
}
