package io.crowdlake.stack.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** What the build knows and the command line needs: versions, and the JVM options that Flink's processes share with the tests. */
public final class Build {

    private static final Properties PROPERTIES = load();

    private Build() {}

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    public static String trinoVersion() {
        return PROPERTIES.getProperty("trino.version");
    }

    public static String onnxruntimeVersion() {
        return PROPERTIES.getProperty("onnxruntime.version");
    }

    public static String postgresVersion() {
        return PROPERTIES.getProperty("postgres.version");
    }

    public static String dependencyPluginVersion() {
        return PROPERTIES.getProperty("dependency-plugin.version");
    }

    /** The packages that Flink, Hadoop and Iceberg reach into. */
    public static List<String> flinkOptions() {
        return List.of(PROPERTIES.getProperty("flink.add-opens").split("\\s+"));
    }
}
