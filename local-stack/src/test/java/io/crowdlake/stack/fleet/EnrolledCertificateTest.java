package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.hub.DeviceTls;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.HubProtocol;
import io.crowdlake.device.hub.IotHub;
import io.crowdlake.device.hub.IotHubSettings;
import io.crowdlake.device.spool.SpoolLimits;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.certificate.CertificateAuthority;
import io.crowdlake.hub.certificate.Credential;
import io.crowdlake.hub.identity.AuthenticationType;
import io.crowdlake.stack.command.CrowdCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Cameras that {@code ./crowd fleet enrol} registers with certificates, and who gets in with which. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class EnrolledCertificateTest {

    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder.resolve("data/hub"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aCertificateOfTheAuthorityCountsForTheCameraOfItsName() throws Exception {
        assertThat(enrol("gate", "--x509", "ca")).as(out.toString()).isZero();
        assertThat(type("gate")).isEqualTo(AuthenticationType.CERTIFICATE_AUTHORITY);

        CertificateAuthority authority = hub.hub().certificates().authority();
        assertLetIn("gate", authority.issueDevice("gate"));
        assertRefused("gate", authority.issueDevice("yard"));
        assertRefused("gate", CertificateAuthority.create("somebody").issueDevice("gate"));
    }

    @Test
    void aThumbprintCountsForItsCertificateAlone() throws Exception {
        CertificateAuthority somebody = CertificateAuthority.create("somebody");
        Credential gate = somebody.issueDevice("gate");
        gate.write(folder, "registered");
        String file = folder.resolve("registered.pem").toString();
        assertThat(enrol("gate", "--x509", file)).as(out.toString()).isZero();
        assertThat(type("gate")).isEqualTo(AuthenticationType.SELF_SIGNED);

        assertLetIn("gate", gate);
        assertRefused("gate", somebody.issueDevice("gate"));
        assertRefused("gate", hub.hub().certificates().authority().issueDevice("gate"));
    }

    @Test
    void enrollingAgainHarmsNothingAndAnotherProofIsRefused() throws Exception {
        assertThat(enrol("gate", "--x509", "ca")).isZero();
        assertThat(enrol("gate", "--x509", "ca")).as(out.toString()).isZero();
        assertThat(folder.resolve("identities/gate"))
                .hasContent("HostName=" + hub.address() + ";DeviceId=gate;x509=true");

        assertThat(enrol("gate")).isEqualTo(1);
        assertThat(out.toString())
                .hasLineCount(1)
                .contains("gate is registered already, and signs in with a certificate of an authority");
        assertThat(enrol("gate", "--x509", "ab".repeat(20))).isEqualTo(1);
        assertThat(type("gate")).isEqualTo(AuthenticationType.CERTIFICATE_AUTHORITY);

        assertThat(enrol("door")).isZero();
        assertThat(enrol("door", "--x509", "ca")).isEqualTo(1);
        assertThat(out.toString()).contains("door is registered already, and signs in with a key");
        assertThat(enrol("one", "two", "--x509", "ab".repeat(20))).isEqualTo(1);
        assertThat(out.toString()).contains("--x509 names one certificate, there are 2 cameras");
        assertThat(hub.hub().devices().registry().find("one")).isEmpty();
    }

    private AuthenticationType type(String deviceId) {
        return hub.hub()
                .devices()
                .registry()
                .find(deviceId)
                .orElseThrow()
                .authentication()
                .type();
    }

    /** Output and errors together. */
    private int enrol(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("fleet", "enrol"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--to",
                folder.resolve("identities").toString(),
                "--data",
                folder.resolve("data").toString()));
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(out, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private void assertLetIn(String deviceId, Credential credential) throws Exception {
        try (IotHub cameras = camera(deviceId, credential)) {
            FramePublisher camera = publisher(cameras, deviceId);
            assertThat(camera.publish(frame(deviceId))).succeedsWithin(LONG);
            assertThat(camera.trouble()).isEmpty();
        }
        assertThat(hub.messages).hasSize(1);
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo(deviceId);
    }

    private void assertRefused(String deviceId, Credential credential) throws Exception {
        int before = hub.messages.size();
        try (IotHub cameras = camera(deviceId, credential)) {
            FramePublisher camera = publisher(cameras, deviceId);
            for (int i = 0; i < 6000 && camera.trouble().isEmpty(); i++) {
                Thread.sleep(20);
            }
            assertThat(camera.trouble())
                    .get()
                    .asString()
                    .contains("refused " + deviceId + ": check that the certificate is this device's");
        }
        assertThat(hub.messages).hasSize(before);
    }

    private IotHub camera(String deviceId, Credential credential) throws Exception {
        Path shown = Files.createTempDirectory(folder, "shown");
        credential.write(shown, deviceId);
        return new IotHub(
                new IotHubSettings(
                        folder.resolve("identities"),
                        HubProtocol.MQTT,
                        new DeviceTls(
                                hub.hub().caFile(),
                                shown.resolve(deviceId + ".pem"),
                                shown.resolve(deviceId + "-key.pem")),
                        shown.resolve("spool"),
                        SpoolLimits.DEFAULT),
                Clock.systemUTC());
    }

    private static FramePublisher publisher(IotHub cameras, String deviceId) throws Exception {
        cameras.deviceIds(List.of(deviceId));
        return cameras.publisher(deviceId, new CameraControl(new LiveConfiguration()));
    }

    private static CameraFrame frame(String deviceId) {
        return new CameraFrame(
                deviceId, "boot-1", 0, Instant.EPOCH, null, "camframe-analysis", "image/jpeg", new byte[] {1}, null);
    }
}
