package io.crowdlake.device.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Of this program, as the fleet is told. */
public final class SoftwareVersion {

    private static final String VERSION = load();

    private SoftwareVersion() {}

    public static String get() {
        return VERSION;
    }

    private static String load() {
        Properties properties = new Properties();
        try (InputStream in = SoftwareVersion.class.getResourceAsStream("/crowdlake-camera.properties")) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
