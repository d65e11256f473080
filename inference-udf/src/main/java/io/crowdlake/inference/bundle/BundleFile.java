package io.crowdlake.inference.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a file of the bundle must be.
 *
 * @param bytes its size
 * @param sha256 its checksum, 64 hexadecimal digits
 */
public record BundleFile(long bytes, String sha256) {

    public BundleFile {
        Fields.range((double) bytes, 1, BundleFiles.MAX_FILE_BYTES, "bytes");
        if (sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("sha256 is " + sha256 + ", must be 64 hexadecimal digits");
        }
        sha256 = sha256.toLowerCase(Locale.ROOT);
    }

    /** The entry for a file with this content. */
    static BundleFile of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new BundleFile(content.length, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
