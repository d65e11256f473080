package io.crowdlake.device.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.device.hub.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void everySettingOfTheTwin() throws Exception {
        Path file = Files.writeString(folder.resolve("settings.json"), """
                {"enabled": false, "captureInterval": "PT2S", "quality": 70, "transport": "edge", "resolution": 320,
                 "regionOfInterest": {"x": 0.5, "width": 0.5}, "policy": {"emotion": false}, "motionThreshold": 0.02}
                """);
        assertThat(SettingsFile.read(file))
                .isEqualTo(new CameraConfiguration(
                        false,
                        Duration.ofSeconds(2),
                        70,
                        Transport.EDGE,
                        320,
                        new BoundingBox(0.5, 0, 0.5, 1),
                        new AttributePolicy(true, true, false, true),
                        0.02));
    }

    @Test
    void whatTheFleetHasSaidHoldsAfterAStartWithoutTheHub() throws Exception {
        Path file = folder.resolve("spool/door.settings.json");
        CameraConfiguration initial = CameraConfiguration.DEFAULT.withQuality(70);
        SettingsMemory memory = SettingsMemory.in(file);
        assertThat(memory.recall(initial)).isEqualTo(initial);

        LiveConfiguration live = new LiveConfiguration(initial, memory.recall(initial), memory);
        new DesiredSettings(live, TransportCheck.ANY)
                .apply(
                        Map.of(
                                "policy",
                                Map.of("age", false),
                                "quality",
                                50,
                                "regionOfInterest",
                                Map.of("x", 0.5, "width", 0.5)),
                        1);
        assertThat(memory.recall(initial)).isEqualTo(live.get());
        assertThat(live.get().policy()).isEqualTo(new AttributePolicy(false, true, true, true));

        // the hub is back, and desires less
        LiveConfiguration next = new LiveConfiguration(initial, memory.recall(initial), memory);
        new DesiredSettings(next, TransportCheck.ANY).applyAll(Map.of("policy", Map.of("age", false)), 2);
        assertThat(next.get()).isEqualTo(initial.withPolicy(new AttributePolicy(false, true, true, true)));

        Files.writeString(file, "{ torn");
        assertThat(memory.recall(initial)).isEqualTo(initial);
    }
}
