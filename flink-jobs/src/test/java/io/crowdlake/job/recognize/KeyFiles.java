package io.crowdlake.job.recognize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** Files with keys for tests. */
public final class KeyFiles {

    private KeyFiles() {}

    /** A key of its own for each number, in a file that only its owner reads. */
    public static String create(Path folder, int number) throws IOException {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        Path file = Files.writeString(
                folder.resolve("key-" + number), Base64.getEncoder().encodeToString(bytes));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"))
                .toString();
    }
}
