package io.crowdlake.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.SharedAccessSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages over HTTPS from devices that are honest and from some that are not. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HttpsWireTest {

    private static final String EVENTS = "/devices/door/messages/events?api-version=2020-09-30";

    @TempDir
    Path folder;

    private TestHub hub;
    private HttpClient client;
    private String doorKey;
    private String tillKey;

    @BeforeEach
    void start() throws Exception {
        start(HubLimits.DEFAULT);
    }

    private void start(HubLimits limits) throws Exception {
        hub = new TestHub(folder, limits);
        client = HttpClient.newBuilder().sslContext(hub.trust()).build();
        doorKey = hub.hub().enrol("door").replaceFirst(".*SharedAccessKey=", "");
        tillKey = hub.hub().enrol("till").replaceFirst(".*SharedAccessKey=", "");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void onlyTheDeviceItselfMaySend() throws Exception {
        assertThat(post(EVENTS, token("door", tillKey))).as("another's key").isEqualTo(401);
        assertThat(post(EVENTS, token("till", tillKey))).as("another's token").isEqualTo(401);
        assertThat(post(EVENTS.replace("door", "till"), token("door", doorKey)))
                .as("another's address")
                .isEqualTo(401);
        assertThat(post(EVENTS.replace("door", "nobody"), token("nobody", doorKey)))
                .isEqualTo(401);
        assertThat(post(EVENTS, "none")).isEqualTo(401);
        assertThat(hub.messages).isEmpty();
        assertThat(post(EVENTS, token("door", doorKey))).isEqualTo(204);
        assertThat(hub.messages).hasSize(1);
    }

    @Test
    void propertiesAreHeaders() throws Exception {
        assertThat(post(
                        EVENTS,
                        token("door", doorKey),
                        "IoTHub-App-Sequence",
                        "7",
                        "iothub-contenttype",
                        "image/jpeg",
                        "iothub-to",
                        "/devices/door/messages/events",
                        "x-other",
                        "no property"))
                .isEqualTo(204);
        assertThat(hub.messages.get(0).properties().application()).containsOnly(Map.entry("sequence", "7"));
        assertThat(hub.messages.get(0).properties().system()).containsOnly(Map.entry("content-type", "image/jpeg"));

        assertThat(post(EVENTS, token("door", doorKey), "iothub-app-iothub-connection-device-id", "till"))
                .as("what only the hub may say")
                .isEqualTo(400);
        assertThat(hub.messages).hasSize(1);
    }

    @Test
    void whatIsTooLargeOrUnknownIsRefused() throws Exception {
        assertThat(send("POST", EVENTS, new byte[256 * 1024], token("door", doorKey)))
                .isEqualTo(204);
        assertThat(send("POST", EVENTS, new byte[256 * 1024 + 1], token("door", doorKey)))
                .isEqualTo(413);
        assertThat(post("/devices/door/messages", token("door", doorKey))).isEqualTo(404);
        assertThat(post("/", token("door", doorKey))).isEqualTo(404);
        assertThat(hub.messages).hasSize(1);
    }

    @Test
    void nothingWaitsForADeviceWithoutAConnection() throws Exception {
        assertThat(send("GET", "/devices/door/messages/devicebound", new byte[0], token("door", doorKey)))
                .isEqualTo(204);
        assertThat(send("GET", "/devices/door/messages/devicebound", new byte[0], token("door", tillKey)))
                .isEqualTo(401);
    }

    @Test
    void aDeviceThatIsTooFastForTooLongIsTold() throws Exception {
        stop();
        start(new HubLimits(HubLimits.DEFAULT.messageBytes(), 0.001, 0));
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(post(EVENTS, token("door", doorKey)));
        }
        assertThat(answers).containsExactly(204, 429, 429);
        assertThat(post(EVENTS.replace("door", "till"), token("till", tillKey)))
                .as("another device")
                .isEqualTo(204);
    }

    private String token(String deviceId, String key) {
        return SharedAccessSignature.sign(
                hub.address() + "/devices/" + deviceId,
                DeviceKeys.decoded(key),
                Instant.now().plusSeconds(600));
    }

    private int post(String path, String token, String... headers) throws Exception {
        return send("POST", path, new byte[] {1}, token, headers);
    }

    private int send(String method, String path, byte[] body, String token, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("https://" + hub.address() + ":" + hub.httpsPort() + path))
                .header("Authorization", token)
                .method(method, BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
