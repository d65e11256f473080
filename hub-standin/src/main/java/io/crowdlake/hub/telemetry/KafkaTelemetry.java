package io.crowdlake.hub.telemetry;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Hands messages on to a Kafka topic; a message is accepted once every replica of its partition has it. */
public final class KafkaTelemetry implements TelemetrySink {

    private final Producer<String, byte[]> producer;
    private final String topic;

    public KafkaTelemetry(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public CompletableFuture<Void> accept(DeviceMessage message) {
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        try {
            producer.send(KafkaRecords.of(topic, message), (metadata, failure) -> {
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
    public void close() {
        producer.flush();
        producer.close();
    }
}
