package io.crowdlake.hub.https;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a device asks for.
 *
 * @param host address of the hub at which it came in, with the port unless that is the one of HTTPS
 * @param method of HTTP
 * @param path decoded, without the query
 * @param query decoded
 * @param headers by name in lower case
 * @param certificates that it has proved to hold the key of, its own first; empty without one
 * @param body empty without one
 */
public record DeviceRequest(
        String host,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        List<X509Certificate> certificates,
        byte[] body) {

    /** Of a target as it stands in a request. */
    static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String one : raw == null ? new String[0] : raw.split("&")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                query.put(
                        one.substring(0, equals), URLDecoder.decode(one.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /** The token that came with it; empty without one. */
    public String token() {
        return headers.getOrDefault("authorization", "");
    }

    /** The parts of the path between its slashes. */
    public List<String> parts() {
        return List.of(path.replaceFirst("^/", "").split("/", -1));
    }

    /** Without the token and what else its headers hold, and without the body, which may be a picture. */
    @Override
    public String toString() {
        return method + " " + path + ", " + body.length + " bytes";
    }
}
