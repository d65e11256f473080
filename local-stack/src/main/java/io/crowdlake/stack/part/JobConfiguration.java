package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The job's options for the local stack, as the file that {@code --config} names. Passwords stay in files of their own. */
public final class JobConfiguration {

    /** Class that the client runs. */
    public static final String MAIN_CLASS = "io.crowdlake.job.CrowdAnalyticsJob";

    private JobConfiguration() {}

    /**
     * Writes the file.
     *
     * @param overrides options of the job that a person gave, which win
     */
    public static Path write(
            DataFolder data,
            Secrets secrets,
            KafkaBroker kafka,
            PostgresServer postgres,
            Map<String, String> overrides) {
        Properties options = new Properties();
        options.setProperty("hub.bootstrap-servers", kafka.bootstrapServers());
        options.setProperty("hub.topic", KafkaBroker.CAMERA_FRAMES);
        options.setProperty("hub.security-protocol", "SASL_PLAINTEXT");
        options.setProperty(
                "hub.connection-string-file", secrets.hubConnectionStringFile().toString());
        options.setProperty("hub.starting-offsets", "earliest");
        options.setProperty("events.frame-analyses-topic", KafkaBroker.FRAME_ANALYSES);
        options.setProperty("events.crowd-demographics-topic", KafkaBroker.CROWD_DEMOGRAPHICS);
        options.setProperty("events.update-interval", "2 s");
        options.setProperty("lake.catalog-name", Lake.CATALOG);
        options.setProperty("lake.catalog-type", "jdbc");
        options.setProperty("lake.catalog-uri", postgres.jdbcUri());
        options.setProperty("lake.catalog-user", PostgresServer.USER);
        options.setProperty(
                "lake.catalog-password-file", secrets.catalogPasswordFile().toString());
        options.setProperty("lake.warehouse", Lake.warehouse(data));
        options.setProperty("lake.namespace", Lake.NAMESPACE);
        options.setProperty("lake.update-interval", Lake.UPDATE_INTERVAL.toSeconds() + " s");
        options.setProperty("checkpoint.interval", Lake.COMMIT_INTERVAL.toSeconds() + " s");
        options.setProperty("parallelism", "2");
        options.putAll(overrides);
        if ("true".equals(options.getProperty("recognition.enabled"))) {
            options.putIfAbsent(
                    "recognition.key-file", secrets.recognitionKeyFile().toString());
        }

        Path file = data.configuration().resolve("job.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            options.store(out, "Written by ./crowd up; the same options suit any cluster.");
            return file;
        } catch (IOException e) {
            throw new StackException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
