package io.crowdlake.stack.up;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.part.KafkaBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the event topics from now on. To be used by one thread. */
final class EventTail implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, CameraNews> cameras = new TreeMap<>();

    EventTail(KafkaBroker kafka) {
        Properties properties = kafka.clientProperties();
        properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
        properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
        properties.put("enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(properties);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(KafkaBroker.FRAME_ANALYSES, KafkaBroker.CROWD_DEMOGRAPHICS)) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The end is looked up at the first position, and events of the meantime must not be missed.
        partitions.forEach(consumer::position);
    }

    /** Takes in what has come; waits for it for so long at most. */
    void poll(Duration limit) {
        for (ConsumerRecord<byte[], byte[]> event : consumer.poll(limit)) {
            if (event.key() != null && event.value() != null) {
                take(event);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> event) {
        CameraNews news =
                cameras.computeIfAbsent(new String(event.key(), StandardCharsets.UTF_8), device -> new CameraNews());
        news.heard(Instant.ofEpochMilli(event.timestamp()));
        try {
            if (event.topic().equals(KafkaBroker.FRAME_ANALYSES)) {
                news.frameAnalysed(id(event), JsonCodec.read(event.value(), FrameAnalysis.class));
            } else {
                news.windowChanged(JsonCodec.read(event.value(), CrowdDemographics.class));
            }
        } catch (IOException e) {
            throw new StackException(
                    "the topic " + event.topic() + " holds an event that is none of ours: " + e.getMessage(), e);
        }
    }

    private static String id(ConsumerRecord<byte[], byte[]> event) {
        Header id = event.headers().lastHeader("ce_id");
        return id == null ? event.partition() + "/" + event.offset() : new String(id.value(), StandardCharsets.UTF_8);
    }

    /** By device id. */
    Map<String, CameraNews> cameras() {
        return cameras;
    }

    /** Newest revisions of all windows seen, by camera and time. */
    List<CrowdDemographics> windows() {
        return cameras.values().stream()
                .flatMap(news -> news.windows().stream())
                .toList();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
