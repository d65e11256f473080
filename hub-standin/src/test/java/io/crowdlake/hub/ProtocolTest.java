package io.crowdlake.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import io.crowdlake.hub.telemetry.DeviceMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Azure's own device SDK in the protocols that the stand-in speaks beside MQTT over TLS. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ProtocolTest {

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder);
        hub.httpsPort();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = IotHubClientProtocol.class,
            names = {"MQTT_WS", "HTTPS"})
    void aMessageIsTheSameAsByMqtt(IotHubClientProtocol protocol) throws Exception {
        DeviceMessage byMqtt = send(IotHubClientProtocol.MQTT);
        DeviceMessage byOther = send(protocol);

        assertThat(byOther.sender()).isEqualTo(byMqtt.sender());
        assertThat(byOther.properties()).isEqualTo(byMqtt.properties());
        assertThat(byOther.body()).isEqualTo(byMqtt.body());
        assertThat(byOther.properties().system())
                .containsEntry("message-id", "m-1")
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("content-encoding", "identity");
        assertThat(byOther.properties().application())
                .containsEntry("captured-at", "2026-03-01T12:00:00.5Z")
                .containsEntry("withheld", "age,emotion");
    }

    private DeviceMessage send(IotHubClientProtocol protocol) throws Exception {
        hub.messages.clear();
        Message message = new Message(new byte[] {1, 2});
        message.setMessageId("m-1");
        message.setCorrelationId("c-1");
        message.setContentType("image/jpeg");
        message.setContentEncoding("identity");
        message.setProperty("captured-at", "2026-03-01T12:00:00.5Z");
        message.setProperty("withheld", "age,emotion");
        DeviceClient client = client(protocol, hub.hub().enrol("door"));
        try {
            client.open(false);
            client.sendEvent(message);
        } finally {
            client.close();
        }
        assertThat(hub.messages).hasSize(1);
        return hub.messages.get(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = IotHubClientProtocol.class,
            names = {"MQTT_WS", "HTTPS"})
    void aWrongKeyIsRefused(IotHubClientProtocol protocol) throws Exception {
        hub.hub().enrol("door");
        DeviceClient wrong = client(protocol, hub.hub().enrol("till").replace("DeviceId=till", "DeviceId=door"));
        assertThatThrownBy(() -> {
                    wrong.open(false);
                    wrong.sendEvent(new Message(new byte[] {1}));
                })
                .isInstanceOf(IotHubClientException.class);
        wrong.close();
        assertThat(hub.messages).isEmpty();
    }

    @Test
    void methodsAreCalledThroughAWebSocket() throws Exception {
        DeviceClient client = client(IotHubClientProtocol.MQTT_WS, hub.hub().enrol("door"));
        client.open(false);
        client.subscribeToMethods((name, payload, context) -> new DirectMethodResponse(200, name), null);
        assertThat(hub.hub()
                        .devices()
                        .methods()
                        .invoke(
                                "door",
                                "captureNow",
                                "{}".getBytes(StandardCharsets.UTF_8),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(60)))
                .get()
                .satisfies(result -> assertThat(result.payload()).asString().contains("captureNow"));
        client.close();
    }

    private DeviceClient client(IotHubClientProtocol protocol, String connectionString) throws IOException {
        return new DeviceClient(
                connectionString,
                protocol,
                ClientOptions.builder().sslContext(hub.trust()).build());
    }
}
