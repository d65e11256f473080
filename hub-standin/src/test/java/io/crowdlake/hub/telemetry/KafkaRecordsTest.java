package io.crowdlake.hub.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.hub.identity.AuthenticationType;
import io.crowdlake.hub.identity.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaRecordsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");

    @Test
    void headersAreEncodedAsTheHubDoes() {
        ProducerRecord<String, byte[]> record = KafkaRecords.of("frames", message("$.ct=image%2Fjpeg&sequence=42"));

        assertThat(record.topic()).isEqualTo("frames");
        assertThat(record.key()).isEqualTo("door");
        assertThat(record.value()).containsExactly(1, 2);
        assertThat(text(record, "iothub-connection-device-id")).isEqualTo("door");
        assertThat(text(record, "iothub-connection-auth-generation-id")).isEqualTo("7");
        assertThat(text(record, "iothub-connection-auth-method")).contains("\"type\":\"sas\"");
        assertThat(text(record, "iothub-message-source")).isEqualTo("Telemetry");
        assertThat(text(record, "content-type")).isEqualTo("image/jpeg");
        assertThat(text(record, "sequence")).isEqualTo("42");
        ByteBuffer time = ByteBuffer.wrap(
                record.headers().lastHeader("iothub-enqueuedtime").value());
        assertThat(time.get()).isEqualTo((byte) 0x83);
        assertThat(time.getLong()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void aPropertyOfADeviceDoesNotStandBesideTheHubsOwn() {
        ProducerRecord<String, byte[]> record =
                KafkaRecords.of("frames", message("content-type=text%2Fplain&$.ct=image%2Fjpeg"));

        assertThat(record.headers().headers("content-type")).hasSize(1);
        assertThat(text(record, "content-type")).isEqualTo("image/jpeg");
    }

    @Test
    void longTextsHaveALengthOfFourBytes() {
        byte[] value = AmqpValue.of("x".repeat(300));
        assertThat(value[0]).isEqualTo((byte) 0xb1);
        assertThat(ByteBuffer.wrap(value, 1, 4).getInt()).isEqualTo(300);
        assertThat(value).hasSize(305);
    }

    @Test
    void aMessageIsAcceptedWhenTheBrokerSaysSo() {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        KafkaTelemetry telemetry = new KafkaTelemetry(producer, "frames");
        CompletableFuture<Void> first = telemetry.accept(message(""));
        CompletableFuture<Void> second = telemetry.accept(message(""));
        assertThat(first).isNotDone();
        producer.completeNext();
        assertThat(first).isCompleted();
        producer.errorNext(new TimeoutException("no answer"));
        assertThat(second).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("no answer");
        telemetry.close();
        assertThat(telemetry.accept(message(""))).isCompletedExceptionally();
    }

    private static DeviceMessage message(String properties) {
        return new DeviceMessage(
                new Identity("door", "7", AuthenticationType.SAS),
                MessageProperties.parse(properties),
                new byte[] {1, 2},
                NOW);
    }

    /** A short text in AMQP: its code, its length, its bytes. */
    private static String text(ProducerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        byte[] value = header.value();
        assertThat(value[0]).isEqualTo((byte) 0xa1);
        assertThat(value[1] & 0xff).isEqualTo(value.length - 2);
        return new String(value, 2, value.length - 2, StandardCharsets.UTF_8);
    }
}
