package io.crowdlake.stack.data;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where everything of one local stack lies.
 *
 * @param root absolute; {@code .crowdlake} in the working directory unless {@code --data} says otherwise
 */
public record DataFolder(Path root) {

    /** What a start needs at least, in bytes. */
    private static final long MIN_FREE_BYTES = 2L << 30;

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Whether a stack has ever been started here. */
    public boolean isEmpty() {
        return !Files.exists(stateFile());
    }

    /** Creates the folders, readable by their owner only. */
    public DataFolder create() {
        try {
            Files.createDirectories(root.getParent());
            createPrivate(root);
            for (Path folder :
                    new Path[] {logs(), configuration(), secrets(), checkpoints(), savepoints(), temporary()}) {
                createPrivate(folder);
            }
            return this;
        } catch (IOException e) {
            throw new StackException(
                    "cannot create the data folder " + root + " (" + e + "): choose another with --data", e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Throws StackException when the disk is too full for a start. */
    public void requireSpace() {
        requireSpace(root, MIN_FREE_BYTES, "--data");
    }

    /** Throws StackException that names the option when less than the given bytes are free. */
    public static void requireSpace(Path folder, long bytes, String option) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < bytes) {
                throw new StackException(String.format(
                        "only %.1f GB are free for %s, at least %.1f GB are needed: make room, or choose another disk with %s",
                        free / 1e9, folder, bytes / 1e9, option));
            }
        } catch (IOException e) {
            throw new StackException("cannot tell how full the disk of " + folder + " is: " + e.getMessage(), e);
        }
    }

    public Path stateFile() {
        return root.resolve("state.json");
    }

    public Path lockFile() {
        return root.resolve("lock");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Generated configuration, written anew at each start. */
    public Path configuration() {
        return root.resolve("conf");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path warehouse() {
        return root.resolve("warehouse");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    public Path savepoints() {
        return root.resolve("savepoints");
    }

    public Path trino() {
        return root.resolve("trino");
    }

    /** Truth of the simulated cameras: who they drew, when. */
    public Path truth() {
        return root.resolve("truth");
    }

    public Path cameraStatus() {
        return root.resolve("cameras.json");
    }

    /** Certificates, keys and devices of the hub's stand-in. */
    public Path hub() {
        return root.resolve("hub");
    }

    /** Frames of cameras that wait for the hub. */
    public Path spool() {
        return root.resolve("spool");
    }

    public Path temporary() {
        return root.resolve("tmp");
    }
}
