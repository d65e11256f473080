package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.HubHeaders;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.ingest.Amqp;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.KafkaSources;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.TestLake;
import io.crowdlake.job.options.JobConf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Messages on a real broker, with a sign-in and the hub's headers, through both halves of the way, which the topic between them joins. */
@Timeout(240)
class TwoJobsIT {

    private static final String HUB_TOPIC = "hub";
    private static final String ANALYSES_TOPIC = "frame-analyses";

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    Path folder;

    private TestBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = TestBroker.start(folder);
        broker.createTopic(HUB_TOPIC, Scene.CAMERAS);
        broker.createTopic(ANALYSES_TOPIC, 2);
        broker.createTopic("crowd-demographics", 2);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void whatTheCamerasSendIsCountedByBothHalvesTogether() throws Exception {
        TestLake lake = TestLake.in(folder.resolve("lake")).migrated();
        Path secret = Files.writeString(folder.resolve("connection-string"), TestBroker.CONNECTION_STRING);
        JobConf conf = lake.conf(
                "--track.visit-gap",
                "1s",
                "--hub.bootstrap-servers",
                broker.bootstrapServers(),
                "--hub.security-protocol",
                "SASL_PLAINTEXT",
                "--hub.connection-string-file",
                secret.toString(),
                "--hub.topic",
                HUB_TOPIC,
                "--parallelism",
                "1",
                "--checkpoint.interval",
                "500ms",
                "--window.size",
                "20s",
                "--track.quiet-after",
                "1h");
        send();

        StreamExecutionEnvironment analysis = environment();
        FrameAnalysisJob.build(
                analysis,
                conf,
                new FrameAnalysisParts(
                        KafkaSources.hub(conf),
                        FakeAnalyzerFactory::analyzers,
                        FakeAnalysis::apply,
                        EventSinks.frameAnalyses(conf)),
                LakeSinks.of(conf));
        StreamExecutionEnvironment aggregation = environment();
        CrowdAggregationJob.build(aggregation, conf);
        List<JobClient> jobs = List.of(analysis.executeAsync(), aggregation.executeAsync());

        Totals totals = Totals.of(lake);
        Instant patience = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(patience)
                && (totals.frames().size() < Scene.distinctFrames()
                        || totals.deadLetters().size() < Scene.deadLetters()
                        || totals.entries() < Scene.visits()
                        || totals.visits().size() < Scene.visits())) {
            Thread.sleep(500);
            totals = Totals.of(lake);
        }

        assertThat(totals.frames()).hasSize((int) Scene.distinctFrames()).doesNotHaveDuplicates();
        assertThat(totals.deadLetters()).hasSize((int) Scene.deadLetters()).doesNotHaveDuplicates();
        assertThat(totals.visits()).hasSize((int) Scene.visits());
        assertThat(announcedFrames()).hasSize((int) Scene.distinctFrames() + 2 * Scene.CAMERAS);
        for (JobClient job : jobs) {
            job.cancel().get();
        }
    }

    private static StreamExecutionEnvironment environment() {
        return StreamExecutionEnvironment.getExecutionEnvironment(
                new Configuration().set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 1));
    }

    private void send() throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int index = 0; index < Scene.MESSAGES; index++) {
                sent.add(producer.send(message(Scene.message(index), index)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    /** Headers as the hub encodes them for every other message, plain for the rest. */
    private static ProducerRecord<byte[], byte[]> message(HubRecord hubRecord, int index) {
        int partition = index / Scene.MESSAGES_PER_CAMERA;
        CameraFrame frame = hubRecord.frame();
        if (frame == null) {
            ProducerRecord<byte[], byte[]> spoilt = new ProducerRecord<>(HUB_TOPIC, partition, null, new byte[] {1});
            spoilt.headers()
                    .add(HubHeaders.DEVICE_ID, Amqp.utf8(hubRecord.deadLetter().deviceId()))
                    .add(HubHeaders.BOOT_ID, Amqp.utf8("boot"));
            return spoilt;
        }
        boolean amqp = index % 2 == 0;
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(HUB_TOPIC, partition, null, frame.payload());
        Map<String, String> texts = Map.of(
                HubHeaders.DEVICE_ID, frame.deviceId(),
                HubHeaders.BOOT_ID, frame.bootId(),
                HubHeaders.CONTENT_TYPE, frame.contentType(),
                HubHeaders.COGNITIVE_TYPE, frame.cognitiveType());
        texts.forEach((name, text) -> message.headers().add(name, amqp ? Amqp.string8(text) : Amqp.utf8(text)));
        message.headers()
                .add(
                        HubHeaders.SEQUENCE,
                        amqp ? Amqp.number64(0x81, frame.sequence()) : Amqp.utf8("" + frame.sequence()))
                .add(
                        HubHeaders.CAPTURED_AT,
                        amqp
                                ? Amqp.timestamp(frame.capturedAt())
                                : Amqp.utf8(frame.capturedAt().toString()));
        return message;
    }

    private Set<String> announcedFrames() throws IOException {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.put("group.id", "reader");
        properties.put("auto.offset.reset", "earliest");
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(ANALYSES_TOPIC));
            while (ids.size() < Scene.distinctFrames() + 2 * Scene.CAMERAS) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(200))) {
                    String id = new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                    FrameAnalysis analysis = JsonCodec.read(event.value(), FrameAnalysis.class);
                    assertThat(id).isEqualTo(analysis.deviceId() + "/boot/" + analysis.sequence());
                    assertThat(event.key()).asString(StandardCharsets.UTF_8).isEqualTo(analysis.deviceId());
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
