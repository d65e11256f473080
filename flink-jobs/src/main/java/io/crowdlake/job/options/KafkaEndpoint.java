package io.crowdlake.job.options;

import java.util.Properties;

/**
 * A Kafka endpoint as IoT Hub and Event Hubs offer it.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param protocol how to speak to it
 * @param connectionString the password of user {@code $ConnectionString}, or null where the protocol needs none
 */
public record KafkaEndpoint(String bootstrapServers, SecurityProtocol protocol, String connectionString) {

    /** What a Kafka client needs to sign in. */
    public Properties clientProperties() {
        Properties properties = new Properties();
        // Otherwise a client that reaches no broker begins anew without a pause, and fills the log with thousands of
        // lines a second.
        properties.setProperty("metadata.recovery.strategy", "none");
        // Azure drops a connection that has been idle for four minutes, and says nothing.
        properties.setProperty("connections.max.idle.ms", "180000");
        properties.setProperty("metadata.max.age.ms", "180000");
        properties.setProperty("security.protocol", protocol.name());
        if (protocol.signsIn()) {
            properties.setProperty("sasl.mechanism", "PLAIN");
            properties.setProperty(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$ConnectionString\""
                            + " password=\"" + quoted(connectionString) + "\";");
        }
        return properties;
    }

    private static String quoted(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Without the connection string: this may end in a log. */
    @Override
    public String toString() {
        return "KafkaEndpoint[" + protocol + " " + bootstrapServers + "]";
    }
}
