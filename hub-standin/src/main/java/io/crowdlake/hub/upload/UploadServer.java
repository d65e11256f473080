package io.crowdlake.hub.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.crowdlake.hub.certificate.Credential;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.registry.Authenticator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What devices ask for over HTTPS, and the blob storage itself.
 *
 * <pre>
 * POST /devices/{id}/files                  where to put a file, and permission to do so for an hour
 * POST /devices/{id}/files/notifications    it is there, or is not
 * PUT  /frames/{id}/{name}?{permission}     the file
 * </pre>
 */
public final class UploadServer implements AutoCloseable {

    /** The only container. */
    public static final String CONTAINER = "frames";

    /** Larger than any camera's picture. */
    private static final int MAX_BLOB_BYTES = 16 << 20;

    private static final int MAX_REQUEST_BYTES = 16 << 10;
    private static final int THREADS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(UploadServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Authenticator authenticator;
    private final BlobStore blobs;
    private final BlobGrants grants;

    private UploadServer(HttpsServer server, Authenticator authenticator, BlobStore blobs, BlobGrants grants) {
        this.server = server;
        this.authenticator = authenticator;
        this.blobs = blobs;
        this.grants = grants;
    }

    /**
     * Starts to listen.
     *
     * @param credential of the server
     * @param folder of the container
     * @param key that signs permissions, Base64
     */
    public static UploadServer start(
            InetSocketAddress address,
            Credential credential,
            Authenticator authenticator,
            Path folder,
            String key,
            Clock clock)
            throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new DeviceHttps(credential));
        UploadServer upload =
                new UploadServer(server, authenticator, new BlobStore(folder, clock), new BlobGrants(key, clock));
        server.createContext("/devices/", exchange -> answer(exchange, upload::device));
        server.createContext("/" + CONTAINER + "/", exchange -> answer(exchange, upload::blob));
        server.setExecutor(upload.threads);
        server.start();
        return upload;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private interface Route {
        Reply handle(HttpExchange exchange) throws IOException, RefusedException;
    }

    private record Reply(int status, String body) {}

    private static void answer(HttpExchange exchange, Route route) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = route.handle(exchange);
            } catch (RefusedException e) {
                LOG.warn(
                        "refused {} {}: {}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        e.getMessage());
                reply = new Reply(401, "");
            } catch (IllegalArgumentException e) {
                reply = new Reply(400, e.getMessage());
            }
            // what was not read would end the connection, with the answer perhaps not read either
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply device(HttpExchange exchange) throws IOException, RefusedException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        boolean asks = path.length == 4 && path[3].equals("files");
        boolean tells = path.length == 5 && path[3].equals("files") && path[4].equals("notifications");
        if (!exchange.getRequestMethod().equals("POST") || !(asks || tells)) {
            return new Reply(404, "");
        }
        String deviceId = path[2];
        authenticator.authenticate(
                deviceId,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                DeviceHttps.certificates(exchange));
        JsonNode request = JSON.readTree(body(exchange, MAX_REQUEST_BYTES));
        if (tells) {
            return new Reply(204, "");
        }
        String blob = deviceId + "/" + request.path("blobName").asText();
        if (!BlobStore.isName(blob)) {
            throw new IllegalArgumentException(
                    "blobName must be of letters, digits, points and dashes between slashes");
        }
        return new Reply(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("correlationId", UUID.randomUUID().toString())
                        .put("hostName", hostName())
                        .put("containerName", CONTAINER)
                        .put("blobName", blob)
                        .put("sasToken", grants.query(blob))
                        .toString());
    }

    private String hostName() {
        InetSocketAddress address = server.getAddress();
        return address.getHostString() + (address.getPort() == 443 ? "" : ":" + address.getPort());
    }

    private Reply blob(HttpExchange exchange) throws IOException, RefusedException {
        if (!exchange.getRequestMethod().equals("PUT")) {
            return new Reply(405, "");
        }
        String blob = exchange.getRequestURI().getPath().substring(CONTAINER.length() + 2);
        if (!grants.allows(blob, query(exchange.getRequestURI().getRawQuery()))) {
            throw new RefusedException("no permission for this blob, or one that has expired");
        }
        if (!"BlockBlob".equals(exchange.getRequestHeaders().getFirst("x-ms-blob-type"))) {
            throw new IllegalArgumentException("header x-ms-blob-type must be BlockBlob");
        }
        blobs.put(blob, body(exchange, MAX_BLOB_BYTES));
        return new Reply(201, "");
    }

    private static byte[] body(HttpExchange exchange, int most) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            throw new IllegalArgumentException("the body must have at most " + most + " bytes");
        }
        return body;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String one : raw == null ? List.<String>of() : List.of(raw.split("&"))) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                query.put(
                        one.substring(0, equals), URLDecoder.decode(one.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
