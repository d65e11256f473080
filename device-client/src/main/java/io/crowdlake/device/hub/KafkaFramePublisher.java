package io.crowdlake.device.hub;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.HubHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes frames straight to a Kafka topic with the headers that the hub's endpoint would give them. */
public final class KafkaFramePublisher implements FramePublisher {

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Clock clock;

    KafkaFramePublisher(Producer<String, byte[]> producer, String topic, Clock clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Connects and checks that the topic can be written to.
     *
     * @throws HubException when the broker does not answer, refuses the login, or has no such topic
     */
    public static KafkaFramePublisher connect(KafkaSettings settings) throws HubException {
        KafkaProducer<String, byte[]> producer;
        try {
            producer = new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw new HubException(
                    "--bootstrap-servers is " + settings.bootstrapServers() + ", must be host:port of a Kafka broker",
                    e);
        }
        try {
            producer.partitionsFor(settings.topic());
        } catch (SaslAuthenticationException e) {
            producer.close();
            throw new HubException(
                    "--connection-string-file: the broker at " + settings.bootstrapServers()
                            + " refused it: check the connection string",
                    e);
        } catch (KafkaException e) {
            producer.close();
            throw new HubException(
                    "--bootstrap-servers: topic " + settings.topic() + " at " + settings.bootstrapServers()
                            + " cannot be reached: start the broker or correct --bootstrap-servers and --topic",
                    e);
        }
        return new KafkaFramePublisher(producer, settings.topic(), Clock.systemUTC());
    }

    @Override
    public CompletableFuture<Void> publish(CameraFrame frame) {
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, frame.deviceId(), frame.payload());
        Headers headers = record.headers();
        add(headers, HubHeaders.DEVICE_ID, frame.deviceId());
        add(headers, HubHeaders.ENQUEUED_TIME, clock.instant().toString());
        add(headers, HubHeaders.CONTENT_TYPE, frame.contentType());
        add(headers, HubHeaders.COGNITIVE_TYPE, frame.cognitiveType());
        add(headers, HubHeaders.CAPTURED_AT, frame.capturedAt().toString());
        add(headers, HubHeaders.BOOT_ID, frame.bootId());
        add(headers, HubHeaders.SEQUENCE, Long.toString(frame.sequence()));
        if (!frame.policy().withheld().isEmpty()) {
            add(headers, HubHeaders.WITHHELD, frame.policy().withheld());
        }
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    accepted.complete(null);
                } else {
                    accepted.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            accepted.completeExceptionally(e);
        }
        return accepted;
    }

    @Override
    public CompletableFuture<Void> announce(CameraFrame message) {
        return publish(message);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.flush();
        producer.close();
    }
}
