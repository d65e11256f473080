package io.crowdlake.job.ingest;

import static io.crowdlake.contracts.DeadLetterReason.BODY_EMPTY;
import static io.crowdlake.contracts.DeadLetterReason.COGNITIVE_TYPE_UNKNOWN;
import static io.crowdlake.contracts.DeadLetterReason.CONTENT_TYPE_UNSUPPORTED;
import static io.crowdlake.contracts.DeadLetterReason.DEVICE_ID_MISSING;
import static io.crowdlake.contracts.DeadLetterReason.HEADER_INVALID;
import static io.crowdlake.contracts.DeadLetterReason.MESSAGE_TOO_LARGE;
import static io.crowdlake.contracts.DeadLetterReason.TIMESTAMP_OUT_OF_RANGE;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.HubHeaders;
import io.crowdlake.contracts.Origin;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes a frame of one message, or a dead letter with the first thing that is wrong with it. Never throws. */
final class HubRecordReader {

    private final IngestLimits limits;
    private final Instant now;
    private final ConsumerRecord<byte[], byte[]> message;
    private final HubHeaderDecoder headers;
    private final Origin origin;

    private HubRecordReader(ConsumerRecord<byte[], byte[]> message, IngestLimits limits, Instant now) {
        this.limits = limits;
        this.now = now;
        this.message = message;
        this.headers = new HubHeaderDecoder(message.headers());
        this.origin = new Origin(message.topic(), message.partition(), message.offset());
    }

    /** @param now by the job's clock */
    static HubRecord read(ConsumerRecord<byte[], byte[]> message, IngestLimits limits, Instant now) {
        return new HubRecordReader(message, limits, now).read();
    }

    private HubRecord read() {
        try {
            return HubRecord.of(frame());
        } catch (Refused refused) {
            return deadLetter(refused.reason, refused.getMessage());
        } catch (IllegalArgumentException e) {
            return deadLetter(HEADER_INVALID, e.getMessage());
        }
    }

    private CameraFrame frame() {
        String deviceId = required(HubHeaders.DEVICE_ID, DEVICE_ID_MISSING);
        if (bodyBytes() > limits.maxMessageBytes()) {
            throw new Refused(
                    MESSAGE_TOO_LARGE,
                    "body has " + bodyBytes() + " bytes, must have at most " + limits.maxMessageBytes());
        }
        if (bodyBytes() == 0) {
            throw new Refused(BODY_EMPTY, "message has no body");
        }
        String bootId = required(HubHeaders.BOOT_ID, HEADER_INVALID);
        long sequence = headers.number(HubHeaders.SEQUENCE).orElseThrow(() -> missing(HubHeaders.SEQUENCE));
        Instant capturedAt = headers.instant(HubHeaders.CAPTURED_AT).orElseThrow(() -> missing(HubHeaders.CAPTURED_AT));
        if (!limits.allows(capturedAt, now)) {
            throw new Refused(
                    TIMESTAMP_OUT_OF_RANGE,
                    HubHeaders.CAPTURED_AT + " is " + capturedAt + ", must be within " + limits.oldest() + " and "
                            + limits.maxFuture() + " from now");
        }
        return new CameraFrame(
                deviceId,
                bootId,
                sequence,
                capturedAt,
                headers.instant(HubHeaders.ENQUEUED_TIME).orElse(null),
                required(HubHeaders.COGNITIVE_TYPE, COGNITIVE_TYPE_UNKNOWN),
                required(HubHeaders.CONTENT_TYPE, CONTENT_TYPE_UNSUPPORTED),
                message.value(),
                origin,
                headers.text(HubHeaders.WITHHELD).map(HubRecordReader::policy).orElse(AttributePolicy.ALL));
    }

    private static AttributePolicy policy(String withheld) {
        try {
            return AttributePolicy.withholding(withheld);
        } catch (IllegalArgumentException e) {
            throw new Refused(HEADER_INVALID, "header " + HubHeaders.WITHHELD + " " + e.getMessage());
        }
    }

    private String required(String header, DeadLetterReason otherwise) {
        return headers.text(header).orElseThrow(() -> new Refused(otherwise, "header " + header + " is missing"));
    }

    private static Refused missing(String header) {
        return new Refused(HEADER_INVALID, "header " + header + " is missing");
    }

    private long bodyBytes() {
        return message.value() == null ? 0 : message.value().length;
    }

    /** Tells what can still be told of the message, but nothing of its body. */
    private HubRecord deadLetter(DeadLetterReason reason, String detail) {
        return HubRecord.of(new DeadLetter(
                reason,
                detail,
                orNull(() -> headers.text(HubHeaders.DEVICE_ID)),
                origin,
                bodyBytes(),
                orNull(() -> headers.instant(HubHeaders.CAPTURED_AT)),
                now));
    }

    private interface Attempt<T> {
        Optional<T> read();
    }

    private static <T> T orNull(Attempt<T> header) {
        try {
            return header.read().orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Leaves the reading of a message; without a stack trace, since a camera may send nothing else. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final DeadLetterReason reason;

        Refused(DeadLetterReason reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }
    }
}
