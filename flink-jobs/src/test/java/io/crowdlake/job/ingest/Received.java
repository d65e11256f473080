package io.crowdlake.job.ingest;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** What the job makes of a message that the stand-in of the hub has written. */
public final class Received {

    private Received() {}

    public static HubRecord from(ProducerRecord<String, byte[]> sent, long offset, IngestLimits limits) {
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>(
                sent.topic(),
                1,
                offset,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                sent.value().length,
                null,
                sent.value(),
                sent.headers(),
                Optional.empty());
        return HubRecordReader.read(received, limits, Instant.now());
    }
}
