package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many messages a topic has ever taken, and how many of them the job has read for good. */
public final class TopicOffsets implements AutoCloseable {

    /** Consumer group of the job. */
    private static final String GROUP = "crowdlake";

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> newest;

    /** Offsets of the cameras' topic. */
    public TopicOffsets(KafkaBroker kafka) {
        this.admin = kafka.admin();
        this.newest = IntStream.range(0, KafkaBroker.PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(KafkaBroker.CAMERA_FRAMES, partition),
                        partition -> OffsetSpec.latest()));
    }

    /** Messages that the topic has taken since it was created. */
    public long taken() throws InterruptedException {
        try {
            return admin.listOffsets(newest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not answer: " + e.getCause().getMessage(), e);
        }
    }

    /** Messages that lie before the job's newest checkpoint. */
    public long read() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not answer: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
