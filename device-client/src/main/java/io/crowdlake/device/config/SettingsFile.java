package io.crowdlake.device.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file with settings as the twin writes them: what holds before the hub has said anything, after a start without it for example. */
public final class SettingsFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private SettingsFile() {}

    /** The configuration of a file; throws IllegalArgumentException with one line when it cannot be read or a setting is wrong. */
    public static CameraConfiguration read(Path file) {
        Map<String, Object> given;
        try {
            given = JSON.readValue(Files.readAllBytes(file), SETTINGS);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " must be a readable file with a JSON object ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
        CameraConfiguration configuration = CameraConfiguration.DEFAULT;
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            configuration = changed(file, configuration, entry);
        }
        return configuration;
    }

    private static CameraConfiguration changed(
            Path file, CameraConfiguration configuration, Map.Entry<String, Object> entry) {
        try {
            return Settings.find(entry.getKey())
                    .orElseThrow(() -> new IllegalArgumentException(
                            entry.getKey() + " is unknown, must be one of " + Settings.names()))
                    .changed(configuration, entry.getValue());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
