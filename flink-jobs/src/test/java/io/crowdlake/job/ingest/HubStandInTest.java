package io.crowdlake.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.Origin;
import io.crowdlake.hub.identity.AuthenticationType;
import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.hub.telemetry.KafkaRecords;
import io.crowdlake.hub.telemetry.MessageProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What a camera sends through the stand-in of the hub is what the job understands. */
class HubStandInTest {

    private static final Instant NOW = Messages.NOW;
    private static final IngestLimits LIMITS =
            new IngestLimits(256 * 1024, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofHours(24));
    private static final String PROPERTIES = "$.ct=image%2Fjpeg&cognitive-type=camframe-analysis"
            + "&boot-id=boot-7&sequence=42&captured-at=2026-03-01T10%3A00%3A00.125Z";

    @Test
    void aFrameIsReadWithTheIdentityThatTheHubHasChecked() {
        CameraFrame frame = read(PROPERTIES).frame();

        assertThat(frame.deviceId()).isEqualTo("entrance-1");
        assertThat(frame.bootId()).isEqualTo("boot-7");
        assertThat(frame.sequence()).isEqualTo(42);
        assertThat(frame.capturedAt()).isEqualTo(Messages.CAPTURED);
        assertThat(frame.enqueuedAt()).isEqualTo(NOW);
        assertThat(frame.contentType()).isEqualTo("image/jpeg");
        assertThat(frame.cognitiveType()).isEqualTo("camframe-analysis");
        assertThat(frame.payload()).containsExactly(1, 2);
        assertThat(frame.origin()).isEqualTo(new Origin("camera-frames", 1, 7));
    }

    @Test
    void aMessageWithoutPropertiesIsADeadLetterOfItsDevice() {
        assertThat(read("").deadLetter().reason()).isEqualTo(DeadLetterReason.HEADER_INVALID);
        assertThat(read("").deadLetter().deviceId()).isEqualTo("entrance-1");
    }

    private static HubRecord read(String properties) {
        ProducerRecord<String, byte[]> sent = KafkaRecords.of(
                "camera-frames",
                new DeviceMessage(
                        new Identity("entrance-1", "1", AuthenticationType.SAS),
                        MessageProperties.parse(properties),
                        new byte[] {1, 2},
                        NOW));
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>(
                sent.topic(),
                1,
                7,
                NOW.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                sent.value().length,
                null,
                sent.value(),
                sent.headers(),
                Optional.empty());
        return HubRecordReader.read(received, LIMITS, NOW);
    }
}
