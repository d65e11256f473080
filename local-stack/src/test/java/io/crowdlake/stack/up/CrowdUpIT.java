package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.HubHeaders;
import io.crowdlake.device.config.SoftwareVersion;
import io.crowdlake.stack.fleet.DevicesTable;
import io.crowdlake.stack.fleet.HubDevice;
import io.crowdlake.stack.fleet.HubService;
import io.crowdlake.stack.fleet.LakeTelemetry;
import io.crowdlake.stack.fleet.ServiceConnection;
import io.crowdlake.stack.part.Cameras;
import io.crowdlake.stack.part.FrameEntrance;
import io.crowdlake.stack.part.IotHub;
import io.crowdlake.stack.part.KafkaBroker;
import io.crowdlake.stack.part.TopicOffsets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way from a camera to SQL, through real Kafka, PostgreSQL, Flink and Trino, started by the code behind {@code crowd up}: what
 * goes in comes out once. Where no JDK is new enough for Trino, rows are counted without asking it.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class CrowdUpIT {

    private static final String CLIP = "footage/face-demographics-walking-and-pause.gif";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    /** Frames that each camera has sent, over all its runs. */
    private final Map<String, Long> sent = new TreeMap<>();

    private TestStack test;
    private LocalStack stack;

    @BeforeEach
    void start() throws InterruptedException {
        test = new TestStack(temporary);
        stack = test.stack;
        test.start();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void whatGoesInComesOutOnceAndTheJobCanBeSubmittedAgain() throws Exception {
        Map<ProducerRecord<byte[], byte[]>, DeadLetterReason> bad = HubMessages.bad(KafkaBroker.CAMERA_FRAMES);
        publish(bad.keySet());
        runCameras(stack.kafka());
        test.awaitLastRows();
        assertRows(bad.size());
        if (test.trino) {
            stack.awaitQueries();
            assertAnswers(bad);
        }

        assertThat(test.devicesThatTheExampleReads(sent.size()))
                .as("the example of a consumer reads windows of each camera")
                .containsExactlyElementsOf(sent.keySet());

        // Natives load once per JVM, and each submission brings a class loader of its own.
        stack.stopJob();
        stack.submitJob();
        stack.awaitJob();
        // This time the way of a camera in a shop: Azure's device SDK, a hub that checks who it is, then the broker.
        IotHub hub = test.hub(cameras());
        stack.startHub(hub);
        runCameras(hub);
        test.awaitLastRows();
        assertRows(bad.size());
        if (test.trino) {
            assertAnswers(bad);
            assertFleet();
        }
        stack.stopJob();
    }

    private void publish(Iterable<ProducerRecord<byte[], byte[]>> messages)
            throws ExecutionException, InterruptedException {
        Properties properties = stack.kafka().clientProperties();
        properties.put("key.serializer", ByteArraySerializer.class.getName());
        properties.put("value.serializer", ByteArraySerializer.class.getName());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
            for (ProducerRecord<byte[], byte[]> message : messages) {
                producer.send(message).get();
            }
        }
    }

    /** Two cameras: simulated ones, and real footage where it is there. */
    private Cameras cameras() {
        Path clip = StackTests.sharedData().resolve(CLIP);
        boolean footage = Files.exists(clip);
        if (!footage) {
            test.console.line("no " + clip + ": a simulated camera takes its place");
        }
        return new Cameras(footage ? 1 : 2, footage ? List.of(clip.toString()) : List.of(), 1, Duration.ofSeconds(10));
    }

    private void runCameras(FrameEntrance entrance) throws InterruptedException {
        CameraProcess process = test.cameraProcess(cameras());
        process.start(entrance);
        try {
            while (!process.isDone()) {
                process.requireHealth();
                stack.requireHealth();
                Thread.sleep(100);
            }
        } finally {
            process.stop();
        }
        assertThat(process.sent()).as("cameras").hasSize(2).allSatisfy((camera, frames) -> assertThat(frames)
                .isPositive());
        process.sent().forEach((camera, frames) -> sent.merge(camera, frames, Long::sum));
    }

    private void assertRows(int badMessages) throws InterruptedException {
        long frames = sent.values().stream().mapToLong(Long::longValue).sum();
        try (LakeRows lake = new LakeRows(stack.catalog());
                TopicOffsets offsets = new TopicOffsets(stack.kafka())) {
            long heartbeats = lake.count("device_telemetry");
            assertThat(heartbeats).as("rows of device_telemetry").isPositive();
            assertThat(offsets.taken()).as("messages").isEqualTo(frames + badMessages + heartbeats);
            assertThat(lake.count("frame_analyses"))
                    .as("rows of frame_analyses")
                    .isEqualTo(frames);
            assertThat(lake.count("dead_letters")).as("rows of dead_letters").isEqualTo(badMessages);
        }
    }

    private void assertAnswers(Map<ProducerRecord<byte[], byte[]>, DeadLetterReason> bad) throws SQLException {
        List<String> letters = new ArrayList<>();
        bad.forEach((message, reason) -> letters.add(reason + " " + device(message)));
        List<String> frames = new ArrayList<>();
        sent.forEach((camera, count) -> frames.add(camera + " " + count));

        assertThat(test.query("SELECT concat(reason, ' ', coalesce(device_id, 'nobody')) FROM dead_letters"))
                .as("each bad message is one dead letter with its reason")
                .containsExactlyInAnyOrderElementsOf(letters);
        assertThat(test.query("SELECT concat(device_id, ' ', cast(count(DISTINCT row(boot_id, sequence)) AS varchar))"
                        + " FROM frame_analyses GROUP BY device_id"))
                .as("each frame is there once")
                .containsExactlyInAnyOrderElementsOf(frames);
        assertThat(
                        test.query(
                                "SELECT concat(device_id, ' ', cast(sum(frames) AS varchar)) FROM crowd_demographics GROUP BY device_id"))
                .as("the windows count the same frames")
                .containsExactlyInAnyOrderElementsOf(frames);
        assertThat(test.query("SELECT model_version FROM crowd_demographics GROUP BY model_version"))
                .as("one model")
                .hasSize(1);
    }

    /** What the registry says of a camera lands in the lake once, and what cameras tell of themselves can be asked there. */
    private void assertFleet() throws SQLException {
        HubService hub = HubService.open(ServiceConnection.of(test.data));
        String camera = cameras().deviceIds().get(0);
        hub.tag(camera, Map.of("site", "O'Fallon", "timeZone", "America/Chicago", "floor", 2));
        hub.desire(camera, Map.of("policy", Map.of("age", false)));
        List<HubDevice> devices = hub.find("SELECT * FROM devices");
        try (Connection lake = test.connect()) {
            DevicesTable table = new DevicesTable(lake);
            assertThat(table.update(devices))
                    .containsExactlyInAnyOrderElementsOf(cameras().deviceIds());
            assertThat(table.update(devices)).as("changed since").isEmpty();
            hub.tag(camera, Map.of("zone", "till"));
            assertThat(table.update(hub.find("SELECT * FROM devices"))).containsExactly(camera);

            assertThat(test.query(
                            "SELECT concat_ws('|', site, zone, time_zone, tags['floor'], cast(policy.age AS varchar),"
                                    + " coalesce(cast(policy.gender AS varchar), 'unsaid')) FROM devices WHERE device_id = '"
                                    + camera + "' ORDER BY updated_at"))
                    .containsExactly(
                            "O'Fallon|America/Chicago|2|false|unsaid", "O'Fallon|till|America/Chicago|2|false|unsaid");
            assertThat(test.query("SELECT concat(site, '|', zone, '|', time_zone) FROM device_sites WHERE device_id = '"
                            + camera + "'"))
                    .containsExactly("O'Fallon|till|America/Chicago");
            Map<String, LakeTelemetry> told = LakeTelemetry.lastHour(lake);
            assertThat(told).containsKeys(cameras().deviceIds().toArray(String[]::new));
            assertThat(told.get(camera).softwareVersion()).isEqualTo(SoftwareVersion.get());
            assertThat(told.get(camera).framesDropped()).isZero();
        }
    }

    private static String device(ProducerRecord<byte[], byte[]> message) {
        Header header = message.headers().lastHeader(HubHeaders.DEVICE_ID);
        return header == null ? "nobody" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
