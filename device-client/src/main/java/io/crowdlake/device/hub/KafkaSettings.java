package io.crowdlake.device.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * How to reach the Kafka endpoint.
 *
 * @param bootstrapServers host:port, comma separated
 * @param topic that the frames go to
 * @param connectionStringFile holds the password of the user {@code $ConnectionString}; null for a broker without a login
 */
public record KafkaSettings(String bootstrapServers, String topic, Path connectionStringFile) {

    /** Properties of a producer that delivers each frame once and in order. */
    Map<String, Object> producer() throws HubException {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "crowdlake-cameras");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // frames are large and do not compress; a short wait fills batches
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L << 20);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        if (connectionStringFile != null) {
            properties.putAll(login());
        }
        return properties;
    }

    private Map<String, Object> login() throws HubException {
        String password;
        try {
            password = Files.readString(connectionStringFile).strip();
        } catch (IOException e) {
            throw new HubException(
                    "--connection-string-file: " + connectionStringFile
                            + " cannot be read: check the path and its permissions",
                    e);
        }
        String quoted = password.replace("\\", "\\\\").replace("\"", "\\\"");
        return Map.of(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                local() ? "SASL_PLAINTEXT" : "SASL_SSL",
                SaslConfigs.SASL_MECHANISM,
                "PLAIN",
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$ConnectionString\" password=\""
                        + quoted + "\";");
    }

    /** The password leaves this machine only encrypted. */
    private boolean local() {
        return bootstrapServers.matches(
                "(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?(,\\s*(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?)*");
    }
}
