package io.crowdlake.hub.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.crowdlake.hub.certificate.Credential;
import io.crowdlake.hub.device.DeviceHub;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.registry.Authenticator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service interface over HTTPS, for those who run the fleet: everyone else lacks the key of the policy {@code iothubowner}. */
public final class AdminServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int THREADS = 8;
    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final char[] NO_PASSWORD = new char[0];

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AdminRoutes routes;
    private final Set<String> hostNames;
    private final String serviceKey;
    private final Clock clock;

    private AdminServer(HttpsServer server, DeviceHub hub, Set<String> hostNames, String serviceKey, Clock clock) {
        this.server = server;
        this.routes = new AdminRoutes(hub, clock);
        this.hostNames = hostNames;
        this.serviceKey = serviceKey;
        this.clock = clock;
    }

    /**
     * Starts to listen.
     *
     * @param hostNames what a token may be made out to
     * @param serviceKey of the policy {@code iothubowner}, Base64
     */
    public static AdminServer start(
            InetSocketAddress address,
            Credential credential,
            DeviceHub hub,
            Set<String> hostNames,
            String serviceKey,
            Clock clock)
            throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(credential)));
        AdminServer admin = new AdminServer(
                server, hub, withPort(hostNames, server.getAddress().getPort()), serviceKey, clock);
        server.createContext("/", admin::handle);
        server.setExecutor(admin.threads);
        server.start();
        return admin;
    }

    /** Who is told of a port in a connection string makes tokens out to both together. */
    private static Set<String> withPort(Set<String> hostNames, int port) {
        Set<String> all = new HashSet<>(hostNames);
        hostNames.forEach(name -> all.add(name + ":" + port));
        return all;
    }

    private static SSLContext tls(Credential credential) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", credential.key(), NO_PASSWORD, new Certificate[] {credential.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the server cannot be used: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        AdminResponse response;
        try (exchange) {
            try {
                authorize(exchange);
                response = routes.handle(request(exchange));
            } catch (AdminException e) {
                response = e.response();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                response = new AdminException(503, "ServiceUnavailable", "the hub is stopping").response();
            } catch (RuntimeException e) {
                LOG.error(
                        "{} {} failed",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        e);
                response = new AdminException(500, "ServerError", e.toString()).response();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private void authorize(HttpExchange exchange) throws AdminException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        try {
            Authenticator.checkToken(
                    "the service", token == null ? "" : token, hostNames, "", List.of(serviceKey), clock);
        } catch (RefusedException e) {
            LOG.warn(
                    "refused {} {}: {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e.getMessage());
            throw new AdminException(401, "IotHubUnauthorizedAccess", "the token does not give access");
        }
    }

    private static AdminRequest request(HttpExchange exchange) throws AdminException, IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw AdminException.invalid("the body must have at most " + MAX_BODY_BYTES + " bytes");
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getRawQuery();
        for (String one : text == null ? new String[0] : text.split("&")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                query.put(decode(one.substring(0, equals)), decode(one.substring(equals + 1)));
            }
        }
        List<String> path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(AdminServer::decode)
                .toList();
        // Java's own client, which the hub's service SDK uses, knows no PATCH
        String method = headers.getOrDefault("x-http-method-override", exchange.getRequestMethod());
        return new AdminRequest(method, path, headers, query, body);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
