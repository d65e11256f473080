package io.crowdlake.hub.telemetry;

import io.crowdlake.hub.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How to reach the broker.
 *
 * @param bootstrapServers host:port of a broker on this machine
 * @param topic that messages go to
 * @param connectionStringFile holds the password of the user {@code $ConnectionString}; null for a broker without a login
 */
public record KafkaSettings(String bootstrapServers, String topic, Path connectionStringFile) {

    /** How long a frame may wait for the broker before its device is told that it was not accepted. */
    private static final int DELIVERY_MILLIS = 30_000;

    /** Connects. */
    public KafkaTelemetry connect() {
        try {
            return new KafkaTelemetry(
                    new KafkaProducer<>(properties(), new StringSerializer(), new ByteArraySerializer()), topic);
        } catch (KafkaException e) {
            throw new HubException(
                    "--bootstrap-servers is " + bootstrapServers + ", must be host:port of a Kafka broker", e);
        }
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "crowdlake-hub");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        // sending happens on the threads of the connections, which must not stand still
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        if (connectionStringFile != null) {
            properties.putAll(login());
        }
        return properties;
    }

    private Map<String, Object> login() {
        String password;
        try {
            password = Files.readString(connectionStringFile).strip();
        } catch (IOException e) {
            throw new HubException(
                    "--connection-string-file is " + connectionStringFile
                            + ", which cannot be read: check the path and its permissions",
                    e);
        }
        String quoted = password.replace("\\", "\\\\").replace("\"", "\\\"");
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                SaslConfigs.SASL_MECHANISM,
                "PLAIN",
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$ConnectionString\" password=\""
                        + quoted + "\";");
    }
}
