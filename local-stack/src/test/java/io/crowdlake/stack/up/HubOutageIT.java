package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.FleetStatus;
import io.crowdlake.stack.part.Cameras;
import io.crowdlake.stack.part.IotHub;
import io.crowdlake.stack.part.TopicOffsets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The hub is killed while cameras send, and stays away: every frame that they took meanwhile is in the tables once, at its own time. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class HubOutageIT {

    private static final Duration OUTAGE = Duration.parse(System.getProperty("crowdlake.hub-outage", "PT2M"));
    private static final int FRAMES_PER_SECOND = 5;
    private static final Cameras CAMERAS = new Cameras(2, List.of(), 1, null);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    private TestStack test;

    @BeforeEach
    void start() throws InterruptedException {
        test = new TestStack(temporary);
        test.start();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void everyFrameOfAnOutageArrivesOnce() throws Exception {
        IotHub hub = test.hub(CAMERAS);
        test.stack.startHub(hub);
        CameraProcess cameras = test.cameraProcess(CAMERAS);
        cameras.start(hub);
        try (TopicOffsets topic = new TopicOffsets(test.stack.kafka())) {
            while (topic.taken() < 50) {
                cameras.requireHealth();
                Thread.sleep(100);
            }
            test.kill("hub");
            hub.stop();
            long before = topic.taken();
            Thread.sleep(OUTAGE.toMillis());
            assertThat(topic.taken()).as("messages while the hub is away").isEqualTo(before);

            test.stack.startHub(hub);
            long ofTheOutage = OUTAGE.toSeconds() * FRAMES_PER_SECOND * CAMERAS.simulated() / 2;
            while (topic.taken() < before + ofTheOutage || waiting() > CAMERAS.simulated()) {
                cameras.requireHealth();
                Thread.sleep(100);
            }
        } finally {
            cameras.stop();
        }
        assertThat(status().cameras())
                .allSatisfy(camera -> assertThat(camera.framesDropped()).isZero());
        test.awaitLastRows();
        assertEachFrameOnce(cameras.sent());
    }

    private long waiting() throws IOException {
        return status().cameras().stream()
                .mapToLong(camera -> camera.framesWaiting())
                .sum();
    }

    private FleetStatus status() throws IOException {
        return JsonCodec.read(Files.readAllBytes(test.data.cameraStatus()), FleetStatus.class);
    }

    private void assertEachFrameOnce(Map<String, Long> sent) throws InterruptedException, SQLException {
        long frames = sent.values().stream().mapToLong(Long::longValue).sum();
        System.out.println("frames of each camera: " + sent);
        try (LakeRows lake = new LakeRows(test.stack.catalog())) {
            assertThat(lake.count("frame_analyses")).isEqualTo(frames);
            assertThat(lake.count("dead_letters")).isZero();
        }
        if (test.trino) {
            test.stack.awaitQueries();
            List<String> each = sent.entrySet().stream()
                    .map(camera -> camera.getKey() + " " + camera.getValue() + " " + (camera.getValue() - 1))
                    .toList();
            assertThat(test.query(
                            "SELECT concat_ws(' ', device_id, cast(count(DISTINCT row(boot_id, sequence)) AS varchar),"
                                    + " cast(max(sequence) AS varchar)) FROM frame_analyses GROUP BY device_id"))
                    .containsExactlyInAnyOrderElementsOf(each);
            assertThat(
                            test.query(
                                    "SELECT cast(max(gap) AS varchar) FROM (SELECT date_diff('second',"
                                            + " lag(captured_at) OVER (PARTITION BY device_id ORDER BY sequence), captured_at) gap FROM frame_analyses)"))
                    .as("longest time without a frame, in seconds")
                    .allSatisfy(gap -> assertThat(Long.parseLong(gap)).isLessThan(OUTAGE.toSeconds() / 4));
        }
    }
}
