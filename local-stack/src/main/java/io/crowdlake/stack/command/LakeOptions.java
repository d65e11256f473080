package io.crowdlake.stack.command;

import io.crowdlake.lake.CatalogSettings;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.part.Lake;
import io.crowdlake.stack.query.LakeAccess;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lake a command is about: that of a data folder, or any other that the job's own configuration file names. */
public final class LakeOptions {

    private static final String PROPERTIES = "lake.properties.";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The job's configuration file: its lake.* options name the lake (default: the lake of --data)")
    private Path config;

    @Mixin
    private DataOption data;

    /** Does something with the lake's catalog and namespace. */
    @FunctionalInterface
    interface LakeTask {
        void run(CatalogSettings catalog, String namespace) throws InterruptedException;
    }

    void withLake(LakeTask task) throws InterruptedException {
        if (config != null) {
            Properties options = read(config);
            task.run(settings(options), options.getProperty("lake.namespace", Lake.NAMESPACE));
            return;
        }
        try (LakeAccess lake =
                LakeAccess.open(data.folder(), CacheFolder.of(System.getenv()), Console.standardError())) {
            task.run(lake.catalog(), Lake.NAMESPACE);
        }
    }

    private static CatalogSettings settings(Properties options) {
        String passwordFile = options.getProperty("lake.catalog-password-file");
        Map<String, String> further = options.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PROPERTIES))
                .collect(Collectors.toMap(key -> key.substring(PROPERTIES.length()), options::getProperty));
        return new CatalogSettings(
                options.getProperty("lake.catalog-name"),
                options.getProperty("lake.catalog-uri"),
                options.getProperty("lake.catalog-user"),
                passwordFile == null ? null : Path.of(passwordFile),
                options.getProperty("lake.warehouse"),
                further);
    }

    private static Properties read(Path file) {
        Properties options = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            options.load(in);
            return options;
        } catch (IOException | IllegalArgumentException e) {
            throw new StackException("--config " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
