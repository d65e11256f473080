package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration folder of the local Flink cluster.
 *
 * @param folder holds {@code config.yaml} and {@code log4j.properties}
 */
record FlinkConfiguration(Path folder) {

    static final int HEAP_MEGABYTES = 768;
    static final int DIRECT_MEGABYTES = 320;
    static final int METASPACE_MEGABYTES = 320;

    private static final String LOGGING = """
            rootLogger.level = INFO
            rootLogger.appenderRef.console.ref = console
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5p %c{1.} - %m%n
            logger.kafka.name = org.apache.kafka
            logger.kafka.level = WARN
            logger.hadoop.name = org.apache.hadoop
            logger.hadoop.level = ERROR
            """;

    /** Writes the configuration for a cluster with the given ports of 127.0.0.1. */
    static FlinkConfiguration write(DataFolder data, int restPort, int rpcPort) {
        Path folder = data.configuration().resolve("flink");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.yaml"), yaml(settings(data, restPort, rpcPort)));
            Files.writeString(folder.resolve("log4j.properties"), LOGGING);
            return new FlinkConfiguration(folder);
        } catch (IOException e) {
            throw new StackException("cannot write Flink's configuration into " + folder + ": " + e.getMessage(), e);
        }
    }

    Path logging() {
        return folder.resolve("log4j.properties");
    }

    private static Map<String, String> settings(DataFolder data, int restPort, int rpcPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("jobmanager.rpc.address", "127.0.0.1");
        settings.put("jobmanager.rpc.port", Integer.toString(rpcPort));
        settings.put("jobmanager.bind-host", "127.0.0.1");
        settings.put("taskmanager.host", "127.0.0.1");
        settings.put("taskmanager.bind-host", "127.0.0.1");
        settings.put("rest.address", "127.0.0.1");
        settings.put("rest.bind-address", "127.0.0.1");
        settings.put("rest.port", Integer.toString(restPort));
        settings.put("rest.bind-port", Integer.toString(restPort));
        settings.put("rest.flamegraph.enabled", "true");
        settings.put("io.tmp.dirs", data.temporary().toString());

        // The start scripts of a distribution would derive these; a TaskManager started without them wants each one.
        settings.put("taskmanager.numberOfTaskSlots", "2");
        settings.put("taskmanager.cpu.cores", "2.0");
        settings.put("taskmanager.memory.framework.heap.size", "128m");
        settings.put("taskmanager.memory.task.heap.size", (HEAP_MEGABYTES - 128) + "m");
        settings.put("taskmanager.memory.framework.off-heap.size", "128m");
        settings.put("taskmanager.memory.task.off-heap.size", (DIRECT_MEGABYTES - 128 - 64) + "m");
        settings.put("taskmanager.memory.network.min", "64m");
        settings.put("taskmanager.memory.network.max", "64m");
        settings.put("taskmanager.memory.managed.size", "256m");
        settings.put("taskmanager.memory.jvm-metaspace.size", METASPACE_MEGABYTES + "m");
        settings.put("taskmanager.memory.jvm-overhead.min", "256m");
        settings.put("taskmanager.memory.jvm-overhead.max", "256m");

        settings.put("state.backend.type", "rocksdb");
        settings.put("execution.checkpointing.incremental", "true");
        settings.put("execution.checkpointing.dir", data.checkpoints().toUri().toString());
        settings.put(
                "execution.checkpointing.savepoint-dir",
                data.savepoints().toUri().toString());
        // Where the next start goes on when this one is killed.
        settings.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        settings.put("restart-strategy.type", "fixed-delay");
        settings.put("restart-strategy.fixed-delay.attempts", "5");
        settings.put("restart-strategy.fixed-delay.delay", "3 s");
        return settings;
    }

    private static String yaml(Map<String, String> settings) {
        StringBuilder yaml = new StringBuilder();
        settings.forEach((key, value) -> yaml.append(key)
                .append(": \"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
        return yaml.toString();
    }
}
