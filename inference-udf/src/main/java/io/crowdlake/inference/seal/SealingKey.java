package io.crowdlake.inference.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a file, from which all others are derived. The file holds one line, at least {@value #LEAST_BYTES} random bytes in Base64, such as
 * {@code openssl rand -base64 32} writes, and must not be open to everybody.
 */
public final class SealingKey {

    static final int LEAST_BYTES = 32;

    /** More than anybody needs: what is larger is no key but some other file. */
    private static final long MOST_FILE_BYTES = 4096;

    private static final String DERIVATION = "HmacSHA256";
    private static final int FINGERPRINT_BYTES = 8;

    private final String file;
    private final SecretKey root;

    private SealingKey(String file, byte[] bytes) {
        this.file = file;
        this.root = new SecretKeySpec(bytes, DERIVATION);
    }

    /** Reads the key; throws SealingException with one line where that cannot be used. */
    public static SealingKey read(String file) {
        Path path;
        String text;
        try {
            path = Path.of(file);
            if (Files.size(path) > MOST_FILE_BYTES) {
                throw refused(file, "is larger than a key");
            }
            text = Files.readString(path, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw refused(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        requirePrivate(file, path);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused(file, "is no Base64");
        }
        if (bytes.length < LEAST_BYTES) {
            throw refused(file, "holds " + bytes.length + " bytes");
        }
        return new SealingKey(file, bytes);
    }

    /** Where it was read. */
    public String file() {
        return file;
    }

    /** Tells keys apart and nothing of the key: 16 hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of()
                .formatHex(derived("fingerprint".getBytes(StandardCharsets.US_ASCII)), 0, FINGERPRINT_BYTES);
    }

    /** What to say where something was sealed with another key. */
    public SealingException isNotTheFormer() {
        return new SealingException(
                "recognition.key-file is " + file
                        + ", which is not the key that sealed what the job remembers: put the former key back, or start without that state");
    }

    /** A key of 256 bits for AES, different for each salt. */
    SecretKey forAes(byte[] salt) {
        return new SecretKeySpec(derived(salt), "AES");
    }

    private byte[] derived(byte[] salt) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(root);
            return mac.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + DERIVATION, e);
        }
    }

    private static void requirePrivate(String file, Path path) {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(path);
        } catch (IOException | UnsupportedOperationException e) {
            return; // a file system without such permissions
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new SealingException(
                    "recognition.key-file is " + file + ", which everybody can read or write: chmod 600 it");
        }
    }

    private static SealingException refused(String file, String problem) {
        return new SealingException("recognition.key-file is " + file + ", which " + problem + ": write at least "
                + LEAST_BYTES + " random bytes in Base64 into it, such as openssl rand -base64 32 gives");
    }
}
