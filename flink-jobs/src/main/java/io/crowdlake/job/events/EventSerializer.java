package io.crowdlake.job.events;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records as events to one topic. */
final class EventSerializer<T> implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1;

    private final String topic;
    private final SerializableFunction<T, CloudEvent> event;

    EventSerializer(String topic, SerializableFunction<T, CloudEvent> event) {
        this.topic = topic;
        this.event = event;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T data, KafkaSinkContext context, Long timestamp) {
        return event.apply(data).toRecord(topic);
    }
}
