package io.crowdlake.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.SharedAccessSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service interface, over real HTTPS. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AdminTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private TestHub hub;
    private HttpClient client;
    private String token;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder);
        client = HttpClient.newBuilder().sslContext(hub.trust()).build();
        String key = hub.hub().serviceConnectionString().replaceAll(".*SharedAccessKey=", "");
        token = SharedAccessSignature.sign(
                hub.address(), DeviceKeys.decoded(key), Instant.now().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aDeviceFromEnrolmentToRetirement() throws Exception {
        HttpResponse<String> enrolled = send("PUT", "/devices/door", "{\"deviceId\": \"door\"}");
        assertThat(enrolled.statusCode()).isEqualTo(200);
        JsonNode key = JSON.readTree(enrolled.body()).at("/authentication/symmetricKey/primaryKey");
        assertThat(DeviceKeys.decoded(key.asText())).hasSize(32);
        assertThat(hub.hub().enrol("door")).endsWith("SharedAccessKey=" + key.asText());

        assertError(send("PUT", "/devices/door", "{}"), 409, "DeviceAlreadyExists");
        assertThat(JSON.readTree(send("GET", "/devices", "").body())).hasSize(1);
        assertThat(JSON.readTree(send("GET", "/devices/door", "").body())
                        .path("connectionState")
                        .asText())
                .isEqualTo("Disconnected");
        assertThat(send("DELETE", "/devices/door", "").statusCode()).isEqualTo(204);
        assertError(send("GET", "/devices/door", ""), 404, "DeviceNotFound");
    }

    @Test
    void aTwinIsPatched() throws Exception {
        hub.hub().enrol("door");
        send(
                "PATCH",
                "/twins/door",
                "{\"tags\": {\"site\": \"Lyon\"}, \"properties\": {\"desired\": {\"quality\": 80}}}");
        JsonNode twin = JSON.readTree(send("GET", "/twins/door", "").body());

        assertThat(twin.at("/tags/site").asText()).isEqualTo("Lyon");
        assertThat(twin.at("/properties/desired/quality").asInt()).isEqualTo(80);
        assertThat(twin.at("/properties/desired/$version").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(send("POST", "/devices/query", "{\"query\": \"SELECT * FROM devices\"}")
                        .body()))
                .containsExactly(twin);
        assertError(
                send("PATCH", "/twins/door", "{\"properties\": {\"desired\": {\"a b\": 1}}}"), 400, "property names");
        assertError(send("PATCH", "/twins/door", "nonsense"), 400, "the body is no JSON");
    }

    @Test
    void aMethodOfADeviceThatIsAway() throws Exception {
        hub.hub().enrol("door");
        assertError(send("POST", "/twins/door/methods", "{\"methodName\": \"captureNow\"}"), 404, "DeviceNotOnline");
        assertError(send("POST", "/twins/gate/methods", "{\"methodName\": \"captureNow\"}"), 404, "DeviceNotFound");
    }

    @Test
    void messagesToADeviceQueueUp() throws Exception {
        hub.hub().enrol("door");
        for (int i = 0; i < 50; i++) {
            assertThat(toDevice("hello").statusCode()).isEqualTo(204);
        }
        assertError(toDevice("one more"), 403, "DeviceMaximumQueueDepthExceeded");
    }

    @Test
    void nobodyGetsInWithoutTheKeyOfTheService() throws Exception {
        hub.hub().enrol("door");
        String good = token;
        token = SharedAccessSignature.sign(
                hub.address(), new byte[] {1}, Instant.now().plus(Duration.ofHours(1)));
        assertError(send("GET", "/devices", ""), 401, "IotHubUnauthorizedAccess");
        token = "none";
        assertError(send("GET", "/devices", ""), 401, "IotHubUnauthorizedAccess");
        token = good;
        assertError(send("GET", "/elsewhere", ""), 404, "not offered");
    }

    private HttpResponse<String> toDevice(String body) throws IOException, InterruptedException {
        return client.send(
                request("POST", "/messages/deviceBound", body)
                        .header("iothub-to", "/devices/door/messages/deviceBound")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(
                        "https://" + hub.address() + ":" + hub.hub().adminPort() + path + "?api-version=2021-04-12"))
                .header("Authorization", token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static void assertError(HttpResponse<String> response, int status, String words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains("ErrorCode:", words);
    }
}
