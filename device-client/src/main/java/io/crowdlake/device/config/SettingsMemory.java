package io.crowdlake.device.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest settings of a camera in a file of its own, so that after a start without the hub no more leaves the camera, and no more is told,
 * than the fleet had last allowed.
 */
public final class SettingsMemory {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsMemory.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing is kept. */
    public static final SettingsMemory NONE = new SettingsMemory(null);

    private final Path file;

    private SettingsMemory(Path file) {
        this.file = file;
    }

    public static SettingsMemory in(Path file) {
        return new SettingsMemory(file);
    }

    /** What was kept, or otherwise the given; a file that cannot be read is one line in the log. */
    public CameraConfiguration recall(CameraConfiguration otherwise) {
        if (file == null || !Files.exists(file)) {
            return otherwise;
        }
        try {
            return SettingsFile.read(file);
        } catch (IllegalArgumentException e) {
            LOG.warn("the newest settings are lost, those of the start hold: {}", e.getMessage());
            return otherwise;
        }
    }

    void keep(CameraConfiguration configuration) {
        if (file == null) {
            return;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        Settings.ALL.forEach(setting -> settings.put(setting.name(), setting.report(configuration)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(settings));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the newest settings cannot be kept in {}: {}", file, e.toString());
        }
    }
}
