package io.crowdlake.stack.part;

import java.util.Properties;

/** How a client signs in at the hub's Kafka endpoint. */
final class ClientSecurity {

    /** The only user there is; the connection string is the password. */
    static final String USER = "$ConnectionString";

    private ClientSecurity() {}

    static Properties properties(String bootstrapServers, String connectionString) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("security.protocol", "SASL_PLAINTEXT");
        properties.put("sasl.mechanism", "PLAIN");
        properties.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                        + connectionString + "\";");
        return properties;
    }
}
