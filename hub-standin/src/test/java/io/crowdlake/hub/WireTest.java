package io.crowdlake.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.hub.certificate.CertificateAuthority;
import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.SharedAccessSignature;
import io.crowdlake.hub.mqtt.MqttWebSocket;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Device;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the hub lets through and what it refuses, seen by an ordinary MQTT client that keeps to no rule of Azure's SDK. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WireTest {

    private static final String DOOR = "door";
    private static final String TILL = "till";
    private static final int NOT_AUTHORIZED = 5;

    /** What carries MQTT. */
    private enum Way {
        TLS,
        WEBSOCKET;

        String address(TestHub hub) {
            return this == TLS
                    ? "ssl://" + hub.address() + ":" + hub.hub().mqttPort()
                    : "wss://" + hub.address() + ":" + hub.httpsPort() + MqttWebSocket.PATH
                            + "?iothub-no-client-cert=true";
        }
    }

    @TempDir
    Path folder;

    private TestHub hub;
    private String doorKey;
    private String tillKey;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder);
        doorKey = key(hub.hub().enrol(DOOR));
        tillKey = key(hub.hub().enrol(TILL));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDeviceWithItsOwnKeySends(Way by) throws Exception {
        MqttAsyncClient door = connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        publish(door, "devices/door/messages/events/$.ct=image%2Fjpeg&sequence=7", new byte[] {1, 2, 3});

        assertThat(hub.messages).hasSize(1);
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo(DOOR);
        assertThat(hub.messages.get(0).body()).containsExactly(1, 2, 3);
        assertThat(hub.messages.get(0).properties().system()).containsEntry("content-type", "image/jpeg");
        assertThat(hub.messages.get(0).properties().application()).containsEntry("sequence", "7");
        end(door);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void refusesWhoDoesNotProveWhoItIs(Way by) {
        assertRefused(by, DOOR, token(DOOR, tillKey, inAnHour()));
        assertRefused(by, DOOR, token(TILL, tillKey, inAnHour()));
        assertRefused(by, DOOR, token(TILL, doorKey, inAnHour()));
        assertRefused(by, DOOR, token(DOOR, doorKey, Instant.now().minus(Duration.ofMinutes(10))));
        assertRefused(by, DOOR, token(DOOR, DeviceKeys.random(), inAnHour()));
        assertRefused(by, DOOR, "SharedAccessSignature sr=x");
        assertRefused(by, DOOR, "");
        assertRefused(by, "stranger", token("stranger", doorKey, inAnHour()));
        assertThat(hub.messages).isEmpty();
    }

    @Test
    void refusesADisabledDeviceAndOneThatIsRetired() throws Exception {
        String token = token(DOOR, doorKey, inAnHour());
        hub.hub().devices().registry().update(DOOR, device -> device.withAccess(false, device.authentication()));
        assertRefused(DOOR, token);
        hub.hub().devices().registry().remove(DOOR);
        assertRefused(DOOR, token);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDeviceCannotSendAsAnother(Way by) throws Exception {
        MqttAsyncClient door = connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        assertEndsConnection(door, "devices/till/messages/events/", new byte[1]);
        assertEndsConnection(
                connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust()),
                "devices/doors/messages/events/",
                new byte[1]);
        assertEndsConnection(
                connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust()),
                "devices/door/messages/events/iothub-connection-device-id=till",
                new byte[1]);
        assertEndsConnection(
                connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust()),
                "$iothub/methods/POST/reboot/?$rid=1",
                new byte[1]);
        assertThat(hub.messages).isEmpty();
    }

    @Test
    void aDeviceHearsOnlyWhatIsMeantForIt() throws Exception {
        MqttAsyncClient door = connect(DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());

        assertThat(subscribe(door, "devices/door/messages/devicebound/#")).isEqualTo(1);
        assertThat(subscribe(door, "$iothub/twin/res/#")).isEqualTo(1);
        assertThat(subscribe(door, "devices/till/messages/devicebound/#")).isEqualTo(0x80);
        assertThat(subscribe(door, "devices/+/messages/devicebound/#")).isEqualTo(0x80);
        assertThat(subscribe(door, "#")).isEqualTo(0x80);
        end(door);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMessageOf256KbPassesAndALargerOneDoesNot(Way by) throws Exception {
        MqttAsyncClient door = connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        publish(door, "devices/door/messages/events/", new byte[256 * 1024]);
        assertThat(hub.messages).hasSize(1);
        assertEndsConnection(door, "devices/door/messages/events/", new byte[256 * 1024 + 1]);
        assertEndsConnection(
                connect(by, DOOR, token(DOOR, doorKey, inAnHour()), hub.trust()),
                "devices/door/messages/events/",
                new byte[400 * 1024]);
        assertThat(hub.messages).hasSize(1);
    }

    @Test
    void acknowledgesOnlyWhatHasBeenAccepted() throws Exception {
        hub.accepting = false;
        MqttAsyncClient door = connect(DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        IMqttDeliveryToken delivery = door.publish("devices/door/messages/events/", new MqttMessage(new byte[1]));
        hub.awaitMessages(1);
        Thread.sleep(200);
        assertThat(delivery.isComplete()).isFalse();

        hub.accept();
        delivery.waitForCompletion(30_000);
        end(door);
    }

    @Test
    void aSecondConnectionOfADeviceEndsTheFirst() throws Exception {
        MqttAsyncClient first = connect(DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        MqttAsyncClient second = connect(DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        awaitEnd(first);
        publish(second, "devices/door/messages/events/", new byte[1]);
        assertThat(hub.messages).hasSize(1);
        end(second);
    }

    @Test
    void aCertificateCountsForTheDeviceOfItsNameOnly() throws Exception {
        CertificateAuthority authority = hub.hub().certificates().authority();
        for (String name : new String[] {"gate", "yard"}) {
            hub.hub()
                    .devices()
                    .registry()
                    .add(Device.enrolled(name, Authentication.certificateAuthority(), Instant.now()));
        }
        SSLContext gate = hub.trustShowing(authority.issueDevice("gate"));
        MqttAsyncClient client = connect("gate", null, gate);
        publish(client, "devices/gate/messages/events/", new byte[1]);
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo("gate");
        end(client);

        MqttAsyncClient overWebSocket = connect(Way.WEBSOCKET, "gate", null, gate);
        publish(overWebSocket, "devices/gate/messages/events/", new byte[1]);
        assertThat(hub.messages).hasSize(2);
        end(overWebSocket);

        assertThatThrownBy(() -> connect("yard", null, gate)).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect(Way.WEBSOCKET, "yard", null, gate)).isInstanceOf(MqttException.class);
        SSLContext foreign =
                hub.trustShowing(CertificateAuthority.create("somebody").issueDevice("gate"));
        assertThatThrownBy(() -> connect("gate", null, foreign)).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect("gate", null, hub.trust())).isInstanceOf(MqttException.class);
        // a certificate is of no use to a device that is registered with a key
        assertThatThrownBy(() -> connect(DOOR, null, hub.trustShowing(authority.issueDevice(DOOR))))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void aDeviceThatIsTooFastIsAnsweredLaterInOrder() throws Exception {
        restart(new HubLimits(HubLimits.DEFAULT.messageBytes(), 20, 1000));
        MqttAsyncClient door = connect(DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        List<IMqttDeliveryToken> deliveries = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < 60; i++) {
            deliveries.add(door.publish("devices/door/messages/events/sequence=" + i, new MqttMessage(new byte[1])));
        }
        for (IMqttDeliveryToken delivery : deliveries) {
            delivery.waitForCompletion(30_000);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("40 above the 20 that may come at once, 20 a second")
                .isGreaterThan(Duration.ofMillis(1_900));
        assertThat(sequences()).isEqualTo(IntStream.range(0, 60).boxed().toList());
        end(door);
    }

    @Test
    void aDeviceThatIsTooFastForTooLongIsDisconnectedAndNothingBehindTheRefusedIsTaken() throws Exception {
        restart(new HubLimits(HubLimits.DEFAULT.messageBytes(), 1, 0));
        MqttAsyncClient door = connect(DOOR, token(DOOR, doorKey, inAnHour()), hub.trust());
        for (int i = 0; i < 10; i++) {
            try {
                door.publish("devices/door/messages/events/sequence=" + i, new MqttMessage(new byte[1]));
            } catch (MqttException e) {
                // it is gone already
                break;
            }
        }
        awaitEnd(door);
        end(door);
        assertThat(sequences())
                .startsWith(0)
                .isEqualTo(IntStream.range(0, sequences().size()).boxed().toList());
        assertThat(sequences()).hasSizeLessThan(10);
    }

    private List<Integer> sequences() {
        return hub.messages.stream()
                .map(message ->
                        Integer.parseInt(message.properties().application().get("sequence")))
                .toList();
    }

    private void restart(HubLimits limits) throws Exception {
        hub.close();
        hub = new TestHub(folder, limits);
    }

    private void assertRefused(String deviceId, String token) {
        assertRefused(Way.TLS, deviceId, token);
    }

    private void assertRefused(Way by, String deviceId, String token) {
        assertThatThrownBy(() -> connect(by, deviceId, token, hub.trust()))
                .isInstanceOf(MqttException.class)
                .extracting(failure -> ((MqttException) failure).getReasonCode())
                .isEqualTo(NOT_AUTHORIZED);
    }

    private void assertEndsConnection(MqttAsyncClient client, String topic, byte[] body) throws Exception {
        IMqttDeliveryToken delivery = client.publish(topic, new MqttMessage(body));
        awaitEnd(client);
        assertThat(delivery.isComplete() && delivery.getException() == null)
                .as("acknowledged")
                .isFalse();
        end(client);
    }

    private static void end(MqttAsyncClient client) throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 5_000);
        }
        client.close(true);
    }

    private static void awaitEnd(MqttAsyncClient client) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 1500 && client.isConnected(); i++) {
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(client.isConnected()).as("connected").isFalse();
    }

    private static void publish(MqttAsyncClient client, String topic, byte[] body) throws MqttException {
        client.publish(topic, body, 1, false).waitForCompletion(30_000);
    }

    private static int subscribe(MqttAsyncClient client, String filter) throws MqttException {
        IMqttToken token = client.subscribe(filter, 1);
        try {
            token.waitForCompletion(30_000);
        } catch (MqttException e) {
            // Paho reports a refused subscription as a failure, and keeps the code
            assertThat(e.getReasonCode()).isEqualTo(0x80);
        }
        return token.getGrantedQos()[0];
    }

    private MqttAsyncClient connect(String deviceId, String password, SSLContext tls) throws MqttException {
        return connect(Way.TLS, deviceId, password, tls);
    }

    private MqttAsyncClient connect(Way by, String deviceId, String password, SSLContext tls) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(by.address(hub), deviceId, new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setSocketFactory(tls.getSocketFactory());
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setMaxInflight(100);
        options.setUserName(hub.address() + "/" + deviceId + "/?api-version=2020-09-30");
        if (password != null) {
            options.setPassword(password.toCharArray());
        }
        client.connect(options).waitForCompletion(30_000);
        return client;
    }

    private String token(String deviceId, String key, Instant expiry) {
        return SharedAccessSignature.sign(hub.address() + "/devices/" + deviceId, DeviceKeys.decoded(key), expiry);
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static String key(String connectionString) {
        return Arrays.stream(connectionString.split(";"))
                .filter(part -> part.startsWith("SharedAccessKey="))
                .findFirst()
                .orElseThrow()
                .substring("SharedAccessKey=".length());
    }
}
