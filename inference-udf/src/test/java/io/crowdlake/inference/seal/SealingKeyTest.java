package io.crowdlake.inference.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that cannot be used is one line that says what to do. */
class SealingKeyTest {

    @TempDir
    Path folder;

    @Test
    void fileThatIsNotThere() {
        Path missing = folder.resolve("missing");
        assertRefused(
                missing,
                "recognition.key-file is " + missing
                        + ", which cannot be read (NoSuchFileException): write at least 32 random"
                        + " bytes in Base64 into it, such as openssl rand -base64 32 gives");
    }

    @Test
    void fileThatIsNoKey() throws IOException {
        assertRefused(file("hunter2-", "rw-------"), "which is no Base64");
        assertRefused(file("", "rw-------"), "which holds 0 bytes");
        assertRefused(file(Base64.getEncoder().encodeToString(new byte[31]), "rw-------"), "which holds 31 bytes");
        assertRefused(file("A".repeat(5000), "rw-------"), "which is larger than a key");
        assertRefused(folder, "which cannot be read");
    }

    @Test
    void fileThatEverybodyCanRead() throws IOException {
        Path open = file(Base64.getEncoder().encodeToString(new byte[32]), "rw-r--r--");
        assertRefused(open, "recognition.key-file is " + open + ", which everybody can read or write: chmod 600 it");
    }

    @Test
    void fileThatAGroupMayReadIsAKey() throws IOException {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(SealingKey.read(file(secret + "\n", "rw-r-----").toString()).fingerprint())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void keysAreToldApartWithoutBeingShown() throws IOException {
        byte[] bytes = new byte[32];
        SealingKey one = SealingKey.read(
                file(Base64.getEncoder().encodeToString(bytes), "rw-------").toString());
        SealingKey same = SealingKey.read(
                file(Base64.getEncoder().encodeToString(bytes), "rw-------").toString());
        bytes[0] = 1;
        SealingKey other = SealingKey.read(
                file(Base64.getEncoder().encodeToString(bytes), "rw-------").toString());

        assertThat(one.fingerprint()).isEqualTo(same.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "key", "");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> SealingKey.read(file.toString()))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
