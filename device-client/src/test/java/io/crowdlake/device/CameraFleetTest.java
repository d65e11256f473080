package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.hub.SharedHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CameraFleetTest {

    private final FakePublisher publisher = new FakePublisher();
    private final List<FakeSource> sources = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void runsManyCamerasToTheirEnd() throws Exception {
        Path file = folder.resolve("status/cameras.json");
        CameraFleet fleet = fleet(file, 20, 50);
        fleet.start();
        while (!fleet.finished()) {
            Thread.sleep(5);
        }
        fleet.close();

        JsonNode status = new ObjectMapper().readTree(file.toFile());
        assertThat(publisher.accepted).hasSize(20 * 50);
        assertThat(status.get("state").asText()).isEqualTo("finished");
        assertThat(status.get("frames_sent").asLong()).isEqualTo(1000);
        assertThat(status.get("errors").asLong()).isZero();
        assertThat(status.get("cameras")).hasSize(20);
        assertThat(status.get("cameras").get(3).get("device_id").asText()).isEqualTo("camera-4");
        assertThat(status.get("cameras").get(3).get("frames_sent").asLong()).isEqualTo(50);
        assertThat(status.get("cameras").get(3).get("finished").asBoolean()).isTrue();
        assertThat(status.get("cameras").get(3).get("last_error").isNull()).isTrue();
    }

    @Test
    void closingStopsTheCamerasThenTheHubAndLeavesAWholeStatus() throws IOException {
        Path file = folder.resolve("cameras.json");
        CameraFleet fleet = fleet(file, 3, 1_000_000);
        fleet.start();
        fleet.close();
        fleet.close();

        JsonNode status = new ObjectMapper().readTree(file.toFile());
        assertThat(publisher.closed).isTrue();
        assertThat(sources).allMatch(source -> source.closed);
        assertThat(status.get("state").asText()).isEqualTo("stopped");
        assertThat(status.get("frames_sent").asLong()).isEqualTo(publisher.accepted.size());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aStatusFileThatCannotBeWrittenStopsNoCamera() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        CameraFleet fleet = fleet(file.resolve("cameras.json"), 1, 5);
        fleet.start();
        while (!fleet.finished()) {
            Thread.sleep(5);
        }
        fleet.close();

        assertThat(publisher.accepted).hasSize(5);
    }

    private CameraFleet fleet(Path statusFile, int cameras, int frames) {
        Clock clock = Clock.systemUTC();
        List<Camera> all = new ArrayList<>();
        for (int i = 1; i <= cameras; i++) {
            FakeSource source = new FakeSource(frames);
            sources.add(source);
            all.add(new Camera(
                    "camera-" + i, source, publisher, clock, 1000, Optional.empty(), new LiveConfiguration()));
        }
        return new CameraFleet(
                all,
                new SharedHub(publisher),
                new Heartbeats(List.of(), Duration.ofSeconds(30)),
                new StatusFile(statusFile),
                clock);
    }
}
