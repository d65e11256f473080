package io.crowdlake.device.hub;

import static io.crowdlake.device.hub.HubTesting.assertNearlyInOrder;
import static io.crowdlake.device.hub.HubTesting.await;
import static io.crowdlake.device.hub.HubTesting.frame;
import static io.crowdlake.device.hub.HubTesting.publish;
import static io.crowdlake.device.hub.HubTesting.sequences;
import static io.crowdlake.device.hub.HubTesting.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.provisioning.Provisioning;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.telemetry.DeviceMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a camera can rely on in each protocol, also when the hub is away or wants less than it is sent. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HubProtocolTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final LiveConfiguration configuration = new LiveConfiguration();
    private final CameraControl control = new CameraControl(configuration);
    private TestHub hub;
    private Path identity;

    @BeforeEach
    void start() throws Exception {
        start(HubLimits.DEFAULT);
    }

    private void start(HubLimits limits) throws Exception {
        hub = new TestHub(folder.resolve("hub"), limits);
        assumeThat(hub.hub().httpsPort())
                .as("port 443 of this machine, which the SDK needs")
                .isPresent();
        identity = Files.writeString(folder.resolve("door"), hub.hub().enrol("door"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = HubProtocol.class,
            names = {"MQTT", "MQTT_WS", "HTTPS"})
    void aFrameArrivesWithWhatTheJobNeedsToKnow(HubProtocol protocol) throws Exception {
        try (IotHub cameras = open(protocol)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            assertThat(door.publish(frame(7))).succeedsWithin(LONG);
            assertThat(door.announce(frame(8))).succeedsWithin(LONG);
            assertThat(door.trouble()).isEmpty();
        }
        DeviceMessage message = hub.messages.get(0);
        HubTesting.assertIsSeventhFrame(message);
        assertThat(sequences(hub.messages)).containsExactly(7, 8);
    }

    @ParameterizedTest
    @EnumSource(
            value = HubProtocol.class,
            names = {"MQTT_WS", "HTTPS"})
    void aCertificateDoesAsWell(HubProtocol protocol) throws Exception {
        hub.hub()
                .devices()
                .registry()
                .add(Device.enrolled("gate", Authentication.certificateAuthority(), Instant.now()));
        Files.writeString(identity, "HostName=" + hub.address() + ";DeviceId=gate;x509=true");
        DeviceTls tls = HubTesting.certificate(hub, folder, "gate");
        try (IotHub cameras = HubTesting.open(identity, protocol, tls)) {
            assertThat(HubTesting.publisher(cameras, control).publish(frame(1))).succeedsWithin(LONG);
        }
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo("gate");
    }

    @ParameterizedTest
    @EnumSource(
            value = HubProtocol.class,
            names = {"MQTT_WS", "HTTPS"})
    void aNewCameraOfTheGroupFindsItsHub(HubProtocol protocol) throws Exception {
        Files.writeString(
                identity,
                "Endpoint=" + hub.address() + ";IdScope=" + Provisioning.ID_SCOPE
                        + ";RegistrationId=yard;SharedAccessKey=" + hub.hub().derivedKey("yard"));
        try (IotHub cameras = open(protocol)) {
            assertThat(HubTesting.publisher(cameras, control).publish(frame(1))).succeedsWithin(LONG);
        }
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo("yard");
    }

    @Test
    void theTwinIsAppliedThroughAWebSocket() throws Exception {
        hub.hub().devices().twins().desire("door", JSON.readTree("{\"quality\": 60}"));
        try (IotHub cameras = open(HubProtocol.MQTT_WS)) {
            HubTesting.publisher(cameras, control);
            await(() -> configuration.get().quality() == 60);
        }
    }

    @Test
    void overHttpsACameraKeepsItsOwnSettings() throws Exception {
        hub.hub().devices().twins().desire("door", JSON.readTree("{\"quality\": 60}"));
        try (IotHub cameras = open(HubProtocol.HTTPS)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            assertThat(publish(door, 0, 10)).succeedsWithin(LONG);
            assertThat(door.trouble()).isEmpty();
        }
        assertThat(configuration.get()).isEqualTo(CameraConfiguration.DEFAULT);
        assertThat(sequences(hub.messages)).isEqualTo(upTo(10));
    }

    @Test
    void overHttpsAWrongKeyIsOneLineAndTheFramesWait() throws Exception {
        hub.hub().enrol("till");
        Files.writeString(identity, hub.hub().enrol("till").replace("DeviceId=till", "DeviceId=door"));
        try (IotHub cameras = open(HubProtocol.HTTPS)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            CompletableFuture<Void> accepted = door.publish(frame(0));
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow())
                    .hasLineCount(1)
                    .contains("refused door: check that the key in " + identity + " is this device's");
            assertThat(accepted).isNotDone();
        }
        assertThat(hub.messages).isEmpty();
    }

    @Test
    void overHttpsFramesOfAnOutageArriveInOrderAndOnce() throws Exception {
        try (IotHub cameras = open(HubProtocol.HTTPS)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            assertThat(publish(door, 0, 2)).succeedsWithin(LONG);
            hub.close();
            CompletableFuture<Void> accepted = publish(door, 2, 30);
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow()).contains("the hub at " + hub.address() + " cannot be reached");
            hub.start();
            assertThat(accepted).succeedsWithin(LONG);
            await(() -> door.trouble().isEmpty());
        }
        assertThat(sequences(hub.messages)).isEqualTo(upTo(30));
    }

    @ParameterizedTest
    @EnumSource(
            value = HubProtocol.class,
            names = {"MQTT", "MQTT_WS", "HTTPS"})
    void aBurstAboveTheLimitArrivesOnceButLater(HubProtocol protocol) throws Exception {
        stop();
        start(new HubLimits(HubLimits.DEFAULT.messageBytes(), 20, 1000));
        long start = System.nanoTime();
        try (IotHub cameras = open(protocol)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            assertThat(publish(door, 0, 60)).succeedsWithin(LONG);
            assertThat(door.trouble()).isEmpty();
        }
        assertNearlyInOrder(sequences(hub.messages), 60, protocol);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("40 above the 20 that may come at once, 20 a second")
                .isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void overHttpsWhatTheHubRefusesForNowArrivesInOrderAndOnce() throws Exception {
        stop();
        start(new HubLimits(HubLimits.DEFAULT.messageBytes(), 2, 0));
        try (IotHub cameras = open(HubProtocol.HTTPS)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            CompletableFuture<Void> accepted = publish(door, 0, 12);
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow()).hasLineCount(1).contains("is sent more than it takes");
            assertThat(accepted).succeedsWithin(LONG);
        }
        assertThat(sequences(hub.messages)).isEqualTo(upTo(12));
    }

    @Test
    void aHubThatEndsTheConnectionOfWhoIsTooFastStillGetsEverything() throws Exception {
        stop();
        start(new HubLimits(HubLimits.DEFAULT.messageBytes(), 5, 0));
        try (IotHub cameras = open(HubProtocol.MQTT)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            assertThat(publish(door, 0, 30)).succeedsWithin(LONG);
        }
        assertNearlyInOrder(sequences(hub.messages).stream().distinct().toList(), 30, HubProtocol.MQTT);
    }

    @Test
    void aGatewayIsNotSpokenToOverHttps() throws Exception {
        Files.writeString(identity, hub.hub().enrol("door") + ";GatewayHostName=gateway.example.org");
        try (IotHub cameras = open(HubProtocol.HTTPS)) {
            assertThatThrownBy(() -> HubTesting.publisher(cameras, control))
                    .isInstanceOf(HubException.class)
                    .hasMessageStartingWith("--hub-protocol is HTTPS, which no gateway speaks: " + identity);
        }
    }

    private IotHub open(HubProtocol protocol) {
        return HubTesting.open(identity, protocol, new DeviceTls(hub.hub().caFile(), null, null));
    }
}
