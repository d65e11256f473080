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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
    void twinsAreFoundByTagsAndPropertiesPageByPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            hub.hub().enrol("camera-" + i);
            String site = i % 2 == 0 ? "Lyon" : "O'Fallon";
            send("PATCH", "/twins/camera-" + i, "{\"tags\": {\"site\": \"" + site + "\", \"floor\": " + i + "}}");
        }
        assertThat(found("SELECT * FROM devices")).hasSize(5);
        assertThat(found("select *  from devices where tags.site = 'Lyon'"))
                .containsExactly("camera-0", "camera-2", "camera-4");
        assertThat(found("SELECT * FROM devices WHERE tags.site='O''Fallon' AND tags.floor = 3.0"))
                .containsExactly("camera-3");
        assertThat(found("SELECT * FROM devices WHERE properties.desired.enabled = true AND deviceId = 'camera-1'"))
                .isEmpty();
        assertThat(found("SELECT * FROM devices WHERE status = 'enabled'")).hasSize(5);
        for (String wrong : new String[] {
            "SELECT deviceId FROM devices",
            "SELECT * FROM devices WHERE",
            "SELECT * FROM devices WHERE tags.site = Lyon",
            "SELECT * FROM devices WHERE tags.site = 'Lyon' AND ",
            "SELECT * FROM devices WHERE tags.floor = 1.2.3",
            "SELECT * FROM devices WHERE tags.site = 'Lyon' OR tags.floor = 1"
        }) {
            assertError(answer(query(wrong).build()), 400, "ArgumentInvalid");
        }

        HttpResponse<String> first = answer(query("SELECT * FROM devices")
                .header("x-ms-max-item-count", "3")
                .build());
        assertThat(JSON.readTree(first.body())).hasSize(3);
        HttpResponse<String> second = answer(query("SELECT * FROM devices")
                .header("x-ms-max-item-count", "3")
                .header(
                        "x-ms-continuation",
                        first.headers().firstValue("x-ms-continuation").orElseThrow())
                .build());
        assertThat(JSON.readTree(second.body())).hasSize(2);
        assertThat(second.headers().firstValue("x-ms-continuation")).isEmpty();
    }

    @Test
    void theConnectionStringOfTheServiceLiesInAFileForItsOwnerAlone() throws Exception {
        Path file = folder.resolve(HubSettings.SERVICE_CONNECTION_STRING_FILE);
        assertThat(file).hasContent(hub.hub().serviceConnectionString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        token = SharedAccessSignature.sign(
                hub.address() + ":" + hub.hub().adminPort(),
                DeviceKeys.decoded(hub.hub().serviceConnectionString().replaceAll(".*SharedAccessKey=", "")),
                Instant.now().plus(Duration.ofHours(1)));
        assertThat(send("GET", "/devices", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeviceThatWasNeverHeardHasTheHubsTimeForThat() throws Exception {
        hub.hub().enrol("door");
        assertThat(JSON.readTree(send("GET", "/twins/door", "").body())
                        .path("lastActivityTime")
                        .asText())
                .isEqualTo("0001-01-01T00:00:00Z");
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

    private List<String> found(String query) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        JSON.readTree(answer(query(query).build()).body())
                .forEach(twin -> ids.add(twin.path("deviceId").asText()));
        return ids;
    }

    private HttpRequest.Builder query(String query) throws IOException {
        return request("POST", "/devices/query", JSON.writeValueAsString(Map.of("query", query)));
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
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
