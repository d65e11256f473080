package io.crowdlake.job.ingest;

import io.crowdlake.contracts.HubHeaders;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Messages as a camera's hub delivers them, to be spoilt one header at a time. */
final class Messages {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:05Z");
    static final Instant CAPTURED = Instant.parse("2026-03-01T10:00:00.125Z");

    private final RecordHeaders headers = new RecordHeaders();
    private byte[] body = {(byte) 0xff, (byte) 0xd8};

    private Messages() {}

    /** Everything is right, headers are plain. */
    static Messages right() {
        return new Messages()
                .with(HubHeaders.DEVICE_ID, "entrance-1")
                .with(HubHeaders.BOOT_ID, "boot-7")
                .with(HubHeaders.SEQUENCE, "42")
                .with(HubHeaders.CAPTURED_AT, CAPTURED.toString())
                .with(HubHeaders.CONTENT_TYPE, "image/jpeg")
                .with(HubHeaders.COGNITIVE_TYPE, "camframe-analysis");
    }

    Messages with(String header, String value) {
        return with(header, Amqp.utf8(value));
    }

    Messages with(String header, byte[] value) {
        headers.remove(header);
        headers.add(header, value);
        return this;
    }

    Messages without(String header) {
        headers.remove(header);
        return this;
    }

    Messages body(byte[] newBody) {
        this.body = newBody;
        return this;
    }

    ConsumerRecord<byte[], byte[]> build() {
        return new ConsumerRecord<>(
                "camera-frames",
                3,
                1234,
                NOW.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                body == null ? 0 : body.length,
                null,
                body,
                headers,
                Optional.empty());
    }
}
