package io.crowdlake.stack.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Main of the broker's own process: prepares its storage at the first start, then runs it. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Takes the path of the broker's properties. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Path storage = Path.of(properties.getProperty("log.dirs"));
        if (!Files.exists(storage.resolve("meta.properties")) && format(file, System.out) != 0) {
            System.exit(1);
        }
        Kafka.main(new String[] {file.toString()});
    }

    private static int format(Path file, PrintStream out) {
        String clusterId = Uuid.randomUuid().toString();
        return StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", clusterId, "--config", file.toString()},
                out);
    }
}
