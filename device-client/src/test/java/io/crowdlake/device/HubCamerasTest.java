package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.hub.TestHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(hub.messages)
                    .extracting(message -> message.sender().deviceId())
                    .contains("camera-1", "camera-2");
            assertThat(hub.messages.get(0).body()).startsWith(0xff, 0xd8);
            assertThat(hub.messages)
                    .as("the first frame of each, whatever has overtaken it")
                    .filteredOn(message ->
                            "0".equals(message.properties().application().get("sequence")))
                    .extracting(message -> message.sender().deviceId())
                    .contains("camera-1", "camera-2");
            JsonNode told = new ObjectMapper().readTree(status.toFile());
            assertThat(told.path("state").asText()).isEqualTo("finished");
            assertThat(told.path("frames_sent").asLong()).isEqualTo(hub.messages.size());
            assertThat(told.path("cameras").path(0).path("frames_dropped").asLong())
                    .isZero();
        }
    }
}
