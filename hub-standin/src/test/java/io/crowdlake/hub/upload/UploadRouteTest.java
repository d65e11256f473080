package io.crowdlake.hub.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.hub.HubSettings;
import io.crowdlake.hub.HubStandIn;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.SharedAccessSignature;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.hub.telemetry.TelemetrySink;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** File upload on the wire, by devices that are honest and by some that are not. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UploadRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private HubStandIn hub;
    private HttpClient client;
    private String key;

    @BeforeEach
    void start() throws Exception {
        hub = HubStandIn.start(
                new HubSettings(folder, "127.0.0.1", 0, 0, 0, HubLimits.DEFAULT), new Nowhere(), Clock.systemUTC());
        client = HttpClient.newBuilder().sslContext(TestHub.trust(hub.caFile())).build();
        key = hub.enrol("door").replaceFirst(".*SharedAccessKey=", "");
        hub.enrol("till");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aDeviceAsksWhereToPutAFileAndPutsItThere() throws Exception {
        JsonNode grant = grant("boot-1/7.jpg");
        assertThat(grant.path("containerName").asText()).isEqualTo("frames");
        assertThat(grant.path("blobName").asText()).isEqualTo("door/boot-1/7.jpg");
        assertThat(grant.path("correlationId").asText()).isNotBlank();

        assertThat(put(address(grant), "BlockBlob", "picture")).isEqualTo(201);
        assertThat(hub.blobs().resolve("door/boot-1/7.jpg")).hasContent("picture");
        assertThat(put(address(grant), "BlockBlob", "again"))
                .as("the same once more")
                .isEqualTo(201);
        assertThat(post("/devices/door/files/notifications", token("door"), "{\"isSuccess\": true}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void onlyTheDeviceItselfIsAnswered() throws Exception {
        String body = "{\"blobName\": \"7.jpg\"}";
        assertThat(post("/devices/till/files", token("till"), body).statusCode())
                .as("signed with another's key")
                .isEqualTo(401);
        assertThat(post("/devices/till/files", token("door"), body).statusCode())
                .isEqualTo(401);
        assertThat(post("/devices/nobody/files", token("nobody"), body).statusCode())
                .isEqualTo(401);
        assertThat(post("/devices/door/files", "", body).statusCode()).isEqualTo(401);
    }

    @Test
    void aPermissionIsForOneBlob() throws Exception {
        String granted = address(grant("7.jpg"));
        assertThat(put(granted.replace("7.jpg", "8.jpg"), "BlockBlob", "x")).isEqualTo(401);
        assertThat(put(granted.replace("/door/", "/till/"), "BlockBlob", "x")).isEqualTo(401);
        assertThat(put(granted.replaceFirst("sig=...", "sig=AAA"), "BlockBlob", "x"))
                .isEqualTo(401);
        assertThat(put(granted.replaceFirst("se=1", "se=9"), "BlockBlob", "x")).isEqualTo(401);
        assertThat(put(granted.replaceFirst("\\?.*", ""), "BlockBlob", "x")).isEqualTo(401);
        assertThat(put(granted, "PageBlob", "x")).isEqualTo(400);
        assertThat(Files.walk(hub.blobs()).filter(Files::isRegularFile)).isEmpty();
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws Exception {
        for (String name :
                new String[] {"../till/7.jpg", "a/../../x", "a//b", "/etc/x", "", "a b", ".hidden", "%2e%2e/x"}) {
            assertThat(post(
                                    "/devices/door/files",
                                    token("door"),
                                    JSON.writeValueAsString(
                                            JSON.createObjectNode().put("blobName", name)))
                            .statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
    }

    @Test
    void aPermissionExpiresAndABlobGoesAfterADay() throws Exception {
        Instant now = Instant.now();
        String secret = DeviceKeys.random();
        String query = new BlobGrants(secret, Clock.fixed(now, ZoneOffset.UTC)).query("door/7.jpg");
        Map<String, String> fields = Map.of(
                "se",
                query.replaceFirst(".*se=(\\d+).*", "$1"),
                "sig",
                URLDecoder.decode(query.replaceFirst(".*sig=", ""), StandardCharsets.UTF_8));
        assertThat(at(secret, now.plusSeconds(3599)).allows("door/7.jpg", fields))
                .isTrue();
        assertThat(at(secret, now.plusSeconds(3601)).allows("door/7.jpg", fields))
                .isFalse();

        Path container = folder.resolve("container");
        new BlobStore(container, Clock.systemUTC()).put("door/old.jpg", new byte[] {1});
        BlobStore tomorrow = new BlobStore(container, new Clock() {
            private Instant time = now;

            @Override
            public Instant instant() {
                time = time.plus(Duration.ofHours(25));
                return time;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        tomorrow.put("door/new.jpg", new byte[] {2});
        assertThat(container.resolve("door/old.jpg")).doesNotExist();
    }

    private static BlobGrants at(String secret, Instant time) {
        return new BlobGrants(secret, Clock.fixed(time, ZoneOffset.UTC));
    }

    private JsonNode grant(String name) throws Exception {
        HttpResponse<String> answer = post("/devices/door/files", token("door"), "{\"blobName\": \"" + name + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String address(JsonNode grant) {
        return "https://" + grant.path("hostName").asText() + "/"
                + grant.path("containerName").asText() + "/"
                + grant.path("blobName").asText() + grant.path("sasToken").asText();
    }

    /** Signed with the key of the door, whoever it is for. */
    private String token(String deviceId) {
        return SharedAccessSignature.sign(
                "127.0.0.1/devices/" + deviceId,
                DeviceKeys.decoded(key),
                Instant.now().plusSeconds(600));
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        URI address = URI.create("https://127.0.0.1:" + hub.httpsPort().getAsInt() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", token.isEmpty() ? "none" : token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private int put(String address, String type, String content) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("x-ms-blob-type", type)
                                .PUT(BodyPublishers.ofString(content))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static final class Nowhere implements TelemetrySink {

        @Override
        public CompletableFuture<Void> accept(DeviceMessage message) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
