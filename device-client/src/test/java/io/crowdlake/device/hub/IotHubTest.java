package io.crowdlake.device.hub;

import static io.crowdlake.device.hub.HubTesting.await;
import static io.crowdlake.device.hub.HubTesting.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.device.DirectMethods;
import io.crowdlake.hub.provisioning.Provisioning;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.telemetry.DeviceMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cameras on Azure's SDK against a hub that checks who they are. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class IotHubTest {

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
        hub = new TestHub(folder.resolve("hub"));
        identity = Files.writeString(folder.resolve("door"), hub.hub().enrol("door"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aFrameArrivesWithWhatTheJobNeedsToKnow() throws Exception {
        try (IotHub cameras = open()) {
            FramePublisher door = publisher(cameras);
            assertThat(door.publish(frame(7))).succeedsWithin(LONG);
            CameraFrame frame = frame(8);
            assertThat(door.publish(new CameraFrame(
                            frame.deviceId(),
                            frame.bootId(),
                            frame.sequence(),
                            frame.capturedAt(),
                            null,
                            frame.cognitiveType(),
                            frame.contentType(),
                            frame.payload(),
                            null,
                            new AttributePolicy(false, true, false, true))))
                    .succeedsWithin(LONG);
        }
        DeviceMessage message = hub.messages.get(0);
        assertThat(hub.messages.get(1).properties().application()).containsEntry("withheld", "age,emotion");
        assertThat(message.properties().application()).doesNotContainKey("withheld");
        HubTesting.assertIsSeventhFrame(message);
    }

    @Test
    void framesOfAnOutageArriveInOrderAfterwards() throws Exception {
        try (IotHub cameras = open()) {
            FramePublisher door = publisher(cameras);
            assertThat(door.publish(frame(0))).succeedsWithin(LONG);
            hub.close();
            CompletableFuture<Void> accepted = HubTesting.publish(door, 1, 61);
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow()).contains("the hub at " + hub.address());

            hub.start();
            assertThat(accepted).succeedsWithin(LONG);
            // the frames may go out before the twin has been read
            await(() -> door.trouble().isEmpty());
        }
        HubTesting.assertNearlyInOrder(
                HubTesting.sequences(hub.messages).stream().distinct().toList(), 61, HubProtocol.MQTT);
    }

    @Test
    void theTwinIsAppliedLiveAndReportedBack() throws Exception {
        hub.hub().devices().twins().desire("door", JSON.readTree("{\"quality\": 60}"));
        try (IotHub cameras = open()) {
            publisher(cameras);
            await(() -> configuration.get().quality() == 60);
            hub.hub()
                    .devices()
                    .twins()
                    .desire("door", JSON.readTree("{\"captureInterval\": \"PT2S\", \"quality\": \"best\"}"));
            await(() -> reported("quality").path("ac").asInt() == 400);

            hub.hub()
                    .devices()
                    .twins()
                    .desire(
                            "door",
                            JSON.readTree(
                                    "{\"policy\": {\"age\": false}, \"regionOfInterest\": {\"x\": 0.5, \"width\": 0.5}}"));
            await(() -> reported("regionOfInterest").path("ac").asInt() == 200);
            await(() -> reported("policy").path("ac").asInt() == 200);
            assertThat(configuration.get().policy()).isEqualTo(new AttributePolicy(false, true, true, true));
            assertThat(configuration.get().region()).isEqualTo(new BoundingBox(0.5, 0, 0.5, 1));
            assertThat(reported("policy").path("value").path("gender").asBoolean())
                    .isTrue();

            assertThat(configuration.get().captureInterval()).isEqualTo(Duration.ofSeconds(2));
            assertThat(configuration.get().quality()).isEqualTo(60);
            assertThat(reported("captureInterval").path("av").asInt()).isEqualTo(3);
            assertThat(reported("quality").path("value").asInt()).isEqualTo(60);
            assertThat(reported("quality").path("ad").asText()).startsWith("quality is best, must be a whole number");
        }
    }

    @Test
    void aPictureIsUploadedAndTheMessageSaysWhereItIs() throws Exception {
        assumeThat(hub.hub().httpsPort())
                .as("port 443 of this machine, which the SDK needs")
                .isPresent();
        try (IotHub cameras = open()) {
            FramePublisher door = HubTesting.publisher(cameras, uploading());
            assertThat(door.publish(frame(7))).succeedsWithin(LONG);
            assertThat(door.trouble()).isEmpty();
        }
        DeviceMessage message = hub.messages.get(0);
        assertThat(message.body()).asString().isEqualTo("https://" + hub.address() + "/frames/door/boot-1/7.jpg");
        assertThat(message.properties().system()).containsEntry("content-type", "text/uri-list");
        assertThat(message.properties().application())
                .containsEntry("cognitive-type", "camframe-analysis")
                .containsEntry("sequence", "7");
        assertThat(hub.hub().blobs().resolve("door/boot-1/7.jpg")).hasBinaryContent(new byte[] {7, 8, 9});
    }

    @Test
    void picturesThatCannotBeUploadedWaitAndTheReasonIsOneLine() throws Exception {
        hub.close();
        hub.startWithoutHttps();
        try (IotHub cameras = open()) {
            FramePublisher door = HubTesting.publisher(cameras, uploading());
            CompletableFuture<Void> accepted = door.publish(frame(7));
            await(() -> door.trouble().orElse("").startsWith("pictures cannot be uploaded"));
            assertThat(door.trouble().orElseThrow())
                    .hasLineCount(1)
                    .contains("check that the hub has a storage container for file upload");
            assertThat(accepted).isNotDone();

            hub.hub().devices().twins().desire("door", JSON.readTree("{\"transport\": \"inline\"}"));
            assertThat(accepted).succeedsWithin(LONG);
        }
        assertThat(hub.messages.get(0).body()).containsExactly(7, 8, 9);
    }

    private static CameraControl uploading() {
        return new CameraControl(new LiveConfiguration(CameraConfiguration.DEFAULT.withTransport(Transport.REFERENCE)));
    }

    @Test
    void methodsAreAnswered() throws Exception {
        control.diagnosedBy(() -> Map.of("frames_sent", 3));
        try (IotHub cameras = open()) {
            publisher(cameras);
            DirectMethods.Result diagnostics = call("diagnostics");
            assertThat(diagnostics.status()).isEqualTo(200);
            assertThat(JSON.readTree(diagnostics.payload()).path("frames_sent").asInt())
                    .isEqualTo(3);
            assertThat(call("captureNow").status()).isEqualTo(202);
            assertThat(call("setLogLevel", "{\"level\": \"debug\", \"logger\": \"io.crowdlake.nowhere\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(call("setLogLevel", "\"loud\"").status()).isEqualTo(400);
            assertThat(call("selfDestruct").status()).isEqualTo(404);
        }
    }

    @Test
    void noFrameIsLostWhenACameraConnectsAnew() throws Exception {
        try (IotHub cameras = open()) {
            FramePublisher door = publisher(cameras);
            control.restartedBy(() -> {
                door.reconnect();
                return true;
            });
            assertThat(door.publish(frame(0))).succeedsWithin(LONG);
            assertThat(call("restart").status()).isEqualTo(202);
            List<CompletableFuture<Void>> meanwhile = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                meanwhile.add(door.publish(frame(i)));
                Thread.sleep(50);
            }
            assertThat(CompletableFuture.allOf(meanwhile.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(LONG);
            assertThat(call("diagnostics").status()).isEqualTo(200);
        }
    }

    @Test
    void aWrongKeyIsOneLineAndTheFramesWait() throws Exception {
        hub.hub().enrol("till");
        Files.writeString(identity, hub.hub().enrol("till").replace("DeviceId=till", "DeviceId=door"));
        try (IotHub cameras = open()) {
            FramePublisher door = publisher(cameras);
            CompletableFuture<Void> accepted = door.publish(frame(0));
            await(() -> door.trouble().isPresent());

            assertThat(door.trouble().orElseThrow())
                    .hasLineCount(1)
                    .contains("refused door: check that the key in " + identity + " is this device's");
            assertThat(accepted).isNotDone();
        }
        assertThat(hub.messages).isEmpty();

        Files.writeString(identity, hub.hub().enrol("door"));
        try (IotHub cameras = open()) {
            publisher(cameras);
            hub.awaitMessages(1);
        }
        assertThat(hub.messages.get(0).properties().application()).containsEntry("sequence", "0");
    }

    @Test
    void aCertificateDoesAsWell() throws Exception {
        hub.hub()
                .devices()
                .registry()
                .add(Device.enrolled("gate", Authentication.certificateAuthority(), Instant.now()));
        Files.writeString(identity, "HostName=" + hub.address() + ";DeviceId=gate;x509=true");
        DeviceTls tls = HubTesting.certificate(hub, folder, "gate");
        try (IotHub cameras = open(tls)) {
            assertThat(publisher(cameras).publish(frame(1))).succeedsWithin(LONG);
        }
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo("gate");
    }

    @Test
    void aNewCameraOfTheGroupFindsItsHub() throws Exception {
        Files.writeString(
                identity,
                "Endpoint=" + hub.address() + ";IdScope=" + Provisioning.ID_SCOPE
                        + ";RegistrationId=yard;SharedAccessKey=" + hub.hub().derivedKey("yard"));
        try (IotHub cameras = open()) {
            assertThat(publisher(cameras).publish(frame(1))).succeedsWithin(LONG);
        }
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo("yard");
    }

    @Test
    void aNewCameraWithACertificateFindsItsHub() throws Exception {
        DeviceTls tls = HubTesting.certificate(hub, folder, "gate");
        Files.writeString(
                identity,
                "Endpoint=" + hub.address() + ";IdScope=" + Provisioning.ID_SCOPE + ";RegistrationId=gate;x509=true");
        try (IotHub cameras = open(tls)) {
            assertThat(publisher(cameras).publish(frame(1))).succeedsWithin(LONG);
        }
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo("gate");

        Files.writeString(
                identity,
                "Endpoint=" + hub.address() + ";IdScope=" + Provisioning.ID_SCOPE + ";RegistrationId=yard;x509=true");
        try (IotHub cameras = open(tls)) {
            FramePublisher yard = publisher(cameras);
            await(() -> yard.trouble().isPresent());
            assertThat(yard.trouble().orElseThrow()).contains("did not take yard", "the key or certificate");
        }
        assertThat(hub.hub().devices().registry().find("yard")).isEmpty();
    }

    @Test
    void aCameraWithAKeyOfAnotherIsNotRegistered() throws Exception {
        Files.writeString(
                identity,
                "Endpoint=" + hub.address() + ";IdScope=" + Provisioning.ID_SCOPE
                        + ";RegistrationId=gate;SharedAccessKey=" + hub.hub().derivedKey("yard"));
        try (IotHub cameras = open()) {
            FramePublisher gate = publisher(cameras);
            await(() -> gate.trouble().isPresent());
            assertThat(gate.trouble().orElseThrow())
                    .hasLineCount(1)
                    .contains("the provisioning service at " + hub.address() + " did not take gate: check IdScope");
        }
        assertThat(hub.hub().devices().registry().find("gate")).isEmpty();
    }

    @Test
    void aHubThatNobodyVouchesForIsNotTrusted() throws Exception {
        try (IotHub cameras = open(new DeviceTls(null, null, null))) {
            FramePublisher door = publisher(cameras);
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow()).contains("is not trusted", "give its authority with --hub-ca");
        }
    }

    private IotHub open() {
        return open(new DeviceTls(hub.hub().caFile(), null, null));
    }

    private IotHub open(DeviceTls tls) {
        return HubTesting.open(identity, HubProtocol.MQTT, tls);
    }

    private FramePublisher publisher(IotHub cameras) throws HubException {
        return HubTesting.publisher(cameras, control);
    }

    private DirectMethods.Result call(String method) throws Exception {
        return call(method, "{}");
    }

    private DirectMethods.Result call(String method, String payload) throws Exception {
        // the device may be connected and not listen yet
        for (int i = 0; i < 2000; i++) {
            var result = hub.hub()
                    .devices()
                    .methods()
                    .invoke("door", method, payload.getBytes(StandardCharsets.UTF_8), LONG, LONG);
            if (result.isPresent()) {
                return result.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the device does not listen to methods");
    }

    private JsonNode reported(String name) {
        return hub.hub()
                .devices()
                .registry()
                .find("door")
                .orElseThrow()
                .reported()
                .values()
                .path(name);
    }
}
