package io.crowdlake.stack.up;

import io.crowdlake.stack.data.StackState.PortMap;
import io.crowdlake.stack.process.Ports;

/**
 * Every port of one start.
 *
 * @param known those that a person or another command may ask for
 * @param kafkaController only the broker itself talks there
 * @param flinkRpc only JobManager and TaskManager talk there
 */
record StackPorts(PortMap known, int kafkaController, int flinkRpc) {

    /** Finds out that all are free; throws StackException that names the one that is not, and its option. */
    static StackPorts claim(PortOptions options, boolean withTrino) {
        try (Ports ports = new Ports()) {
            PortMap known = new PortMap(
                    ports.claim("Kafka", "--kafka-port", options.kafka),
                    ports.claim("PostgreSQL", "--postgres-port", options.postgres),
                    ports.claim("Flink", "--flink-port", options.flink),
                    withTrino ? ports.claim("Trino", "--trino-port", options.trino) : 0);
            return new StackPorts(known, ports.claimAny(), ports.claimAny());
        }
    }
}
