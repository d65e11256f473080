package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaFramePublisherTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");
    private static final CameraFrame FRAME = new CameraFrame(
            "door",
            "boot-7",
            42,
            Instant.parse("2026-03-01T11:59:59.123456Z"),
            null,
            "camframe-analysis",
            "image/jpeg",
            new byte[] {1, 2},
            null);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final KafkaFramePublisher publisher =
            new KafkaFramePublisher(producer, "camera-frames", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aFrameGetsTheHeadersOfTheHub() {
        publisher.publish(FRAME);
        ProducerRecord<String, byte[]> sent = producer.history().get(0);

        assertThat(sent.topic()).isEqualTo("camera-frames");
        assertThat(sent.key()).isEqualTo("door");
        assertThat(sent.value()).containsExactly(1, 2);
        assertThat(header(sent, "iothub-connection-device-id")).isEqualTo("door");
        assertThat(header(sent, "iothub-enqueuedtime")).isEqualTo("2026-03-01T12:00:00.500Z");
        assertThat(header(sent, "content-type")).isEqualTo("image/jpeg");
        assertThat(header(sent, "cognitive-type")).isEqualTo("camframe-analysis");
        assertThat(header(sent, "captured-at")).isEqualTo("2026-03-01T11:59:59.123456Z");
        assertThat(header(sent, "boot-id")).isEqualTo("boot-7");
        assertThat(header(sent, "sequence")).isEqualTo("42");
    }

    @Test
    void aFrameIsAcceptedWhenTheBrokerSaysSo() {
        CompletableFuture<Void> accepted = publisher.publish(FRAME);

        assertThat(accepted).isNotDone();
        producer.completeNext();
        assertThat(accepted).isCompleted();
    }

    @Test
    void aFrameThatTheBrokerRefusesFails() {
        CompletableFuture<Void> refused = publisher.publish(FRAME);
        producer.errorNext(new TimeoutException("no answer"));

        assertThat(refused).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("no answer");
    }

    @Test
    void closingFlushes() {
        CompletableFuture<Void> accepted = publisher.publish(FRAME);
        publisher.close();

        assertThat(accepted).isCompleted();
        assertThat(producer.closed()).isTrue();
        assertThat(publisher.publish(FRAME)).isCompletedExceptionally();
    }

    private static String header(ProducerRecord<String, byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
