package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.config.SoftwareVersion;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.telemetry.DeviceMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The program as a technician starts it, with a hub. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HubCamerasTest {

    @TempDir
    Path folder;

    @Test
    void eachCameraSendsAsItself() throws Exception {
        Path status = folder.resolve("status.json");
        try (TestHub hub = new TestHub(folder.resolve("hub"))) {
            for (String camera : new String[] {"camera-1", "camera-2"}) {
                Path file = folder.resolve("identities").resolve(camera);
                Files.createDirectories(file.getParent());
                Files.writeString(file, hub.hub().enrol(camera));
            }
            int code = CameraMain.commandLine()
                    .execute(
                            "--hub", folder.resolve("identities").toString(),
                            "--hub-ca", hub.hub().caFile().toString(),
                            "--spool-dir", folder.resolve("spool").toString(),
                            "--status-file", status.toString(),
                            "--cameras", "2",
                            "--size", "160x120",
                            "--duration", "5s");

            assertThat(code).isZero();
            List<DeviceMessage> frames = ofType(hub, CognitiveTypes.CAMFRAME_ANALYSIS);
            assertThat(frames)
                    .extracting(message -> message.sender().deviceId())
                    .contains("camera-1", "camera-2");
            assertThat(frames.get(0).body()).startsWith(0xff, 0xd8);
            assertThat(frames)
                    .as("the first frame of each, whatever has overtaken it")
                    .filteredOn(message ->
                            "0".equals(message.properties().application().get("sequence")))
                    .extracting(message -> message.sender().deviceId())
                    .contains("camera-1", "camera-2");
            JsonNode told = new ObjectMapper().readTree(status.toFile());
            assertThat(told.path("state").asText()).isEqualTo("finished");
            assertThat(told.path("frames_sent").asLong()).isEqualTo(frames.size());
            assertThat(told.path("cameras").path(0).path("frames_dropped").asLong())
                    .isZero();
        }
    }

    @Test
    void eachCameraTellsHowItIs() throws Exception {
        try (TestHub hub = new TestHub(folder.resolve("hub"))) {
            Path identity = Files.writeString(folder.resolve("door"), hub.hub().enrol("door"));
            CameraMain program = new CameraMain();
            new CommandLine(program)
                    .parseArgs(
                            "--hub",
                            identity.toString(),
                            "--hub-ca",
                            hub.hub().caFile().toString(),
                            "--spool-dir",
                            folder.resolve("spool").toString(),
                            "--cameras",
                            "1",
                            "--size",
                            "160x120",
                            "--telemetry-interval",
                            "200ms");
            CameraFleet cameras = program.assemble();
            cameras.start();
            try {
                while (told(hub).stream().noneMatch(telemetry -> telemetry.framesSent() > 5)) {
                    Thread.sleep(20);
                }
            } finally {
                cameras.close();
            }
            DeviceTelemetry telemetry = told(hub).get(told(hub).size() - 1);
            assertThat(telemetry.deviceId()).isEqualTo("door");
            assertThat(telemetry.framesCaptured()).isGreaterThanOrEqualTo(telemetry.framesSent());
            assertThat(telemetry.softwareVersion()).isEqualTo(SoftwareVersion.get());
            assertThat(telemetry.uptime()).isPositive();
            assertThat(ofType(hub, CognitiveTypes.DEVICE_TELEMETRY).get(0).properties())
                    .satisfies(properties -> {
                        assertThat(properties.system()).containsEntry("content-type", "application/json");
                        assertThat(properties.application()).containsKeys("boot-id", "sequence", "captured-at");
                    });
            assertThat(hub.hub()
                            .devices()
                            .registry()
                            .find("door")
                            .orElseThrow()
                            .reported()
                            .values()
                            .path("softwareVersion")
                            .asText())
                    .isEqualTo(SoftwareVersion.get());
        }
    }

    private static List<DeviceTelemetry> told(TestHub hub) throws IOException {
        List<DeviceTelemetry> told = new ArrayList<>();
        for (DeviceMessage message : ofType(hub, CognitiveTypes.DEVICE_TELEMETRY)) {
            told.add(JsonCodec.read(message.body(), DeviceTelemetry.class));
        }
        return told;
    }

    private static List<DeviceMessage> ofType(TestHub hub, String cognitiveType) {
        return hub.messages.stream()
                .filter(message ->
                        cognitiveType.equals(message.properties().application().get("cognitive-type")))
                .toList();
    }
}
