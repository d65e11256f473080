package io.crowdlake.stack.data;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** The passwords of a data folder: generated at its first start, each in a file that only its owner can read. */
public final class Secrets {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    public Secrets(DataFolder data) {
        this.folder = data.secrets();
    }

    /** A connection string like the hub's; the password of user {@code $ConnectionString} at the broker. */
    public Path hubConnectionStringFile() {
        return ensure(
                "hub-connection-string",
                () -> "Endpoint=sb://127.0.0.1/;SharedAccessKeyName=local;SharedAccessKey=" + random());
    }

    /** The password of the catalog's database user. */
    public Path catalogPasswordFile() {
        return ensure("catalog-password", Secrets::random);
    }

    /** The key that encrypts what people look like, where they are recognised. */
    public Path recognitionKeyFile() {
        return ensure("recognition-key", Secrets::random);
    }

    public String hubConnectionString() {
        return read(hubConnectionStringFile());
    }

    public String catalogPassword() {
        return read(catalogPasswordFile());
    }

    private Path ensure(String name, Supplier<String> value) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            writePrivate(file, value.get());
        }
        return file;
    }

    /** Writes a file that only its owner can read, replacing an earlier one. */
    public static void writePrivate(Path file, String content) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, content, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StackException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
