package io.crowdlake.hub.telemetry;

import io.crowdlake.contracts.HubHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Messages of devices in the form in which the hub's Kafka endpoint gives them out. */
public final class KafkaRecords {

    /** The device's generation, so that a device is told from an earlier one of the same id. */
    static final String GENERATION = "iothub-connection-auth-generation-id";

    static final String AUTHENTICATION = "iothub-connection-auth-method";
    static final String SOURCE = "iothub-message-source";

    private KafkaRecords() {}

    /** Keyed by device, so that a device's messages stay in order in one partition. */
    public static ProducerRecord<String, byte[]> of(String topic, DeviceMessage message) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, message.sender().deviceId(), message.body());
        Headers headers = record.headers();
        message.properties().application().forEach((name, value) -> add(headers, name, value));
        message.properties().system().forEach((name, value) -> replace(headers, name, value));
        replace(headers, HubHeaders.DEVICE_ID, message.sender().deviceId());
        replace(headers, GENERATION, message.sender().generationId());
        replace(headers, AUTHENTICATION, authentication(message));
        replace(headers, SOURCE, "Telemetry");
        headers.add(HubHeaders.ENQUEUED_TIME, AmqpValue.of(message.enqueuedAt()));
        return record;
    }

    private static String authentication(DeviceMessage message) {
        return "{\"scope\":\"device\",\"type\":\""
                + message.sender().method().inSystemProperties()
                + "\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}";
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, AmqpValue.of(value));
    }

    /** A property of the device must not stand beside the hub's of the same name. */
    private static void replace(Headers headers, String name, String value) {
        headers.remove(name);
        add(headers, name, value);
    }
}
