package io.crowdlake.hub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * What a request is answered.
 *
 * @param status of HTTP
 * @param body JSON, or empty
 */
record AdminResponse(int status, byte[] body) {

    static AdminResponse of(JsonNode json) {
        return new AdminResponse(200, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static AdminResponse nothing() {
        return new AdminResponse(204, new byte[0]);
    }
}
