package io.crowdlake.stack.up;

import picocli.CommandLine.Option;

/** Where the parts listen; 0 is any free port. All of them on 127.0.0.1 only. */
public final class PortOptions {

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka, the hub's endpoint (default ${DEFAULT-VALUE}; 0 = any free port, for each of these)")
    int kafka;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "5433",
            description = "PostgreSQL, the catalog (default ${DEFAULT-VALUE})")
    int postgres;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Flink's web UI and REST interface (default ${DEFAULT-VALUE})")
    int flink;

    @Option(
            names = "--trino-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Trino (default ${DEFAULT-VALUE})")
    int trino;

    /** Free ports for everything. */
    public static PortOptions anyFree() {
        return new PortOptions();
    }
}
