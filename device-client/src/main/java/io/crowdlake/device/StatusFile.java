package io.crowdlake.device;

import io.crowdlake.contracts.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One small JSON file that others read while it is being replaced: it is always whole. */
final class StatusFile {

    private static final Logger LOG = LoggerFactory.getLogger(StatusFile.class);

    private final Path file;

    /**
     * @param file null: nothing is written
     */
    StatusFile(Path file) {
        this.file = file;
    }

    /** Replaces the file; a failure is logged, since the cameras are more important than their status. */
    void write(FleetStatus status) {
        if (file == null) {
            return;
        }
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path next = target.resolveSibling(target.getFileName() + ".next");
            Files.write(next, JsonCodec.write(status));
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("cannot write the status to {}: {}", file, e.toString());
        }
    }
}
