package io.crowdlake.inference.bundle;

import java.util.Locale;

/**
 * What a file of the bundle must be.
 *
 * @param bytes its size
 * @param sha256 its checksum, 64 hexadecimal digits
 */
public record BundleFile(long bytes, String sha256) {

    public BundleFile {
        Fields.range((double) bytes, 1, BundleFiles.MAX_FILE_BYTES, "files.bytes");
        if (sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("files.sha256 is " + sha256 + ", must be 64 hexadecimal digits");
        }
        sha256 = sha256.toLowerCase(Locale.ROOT);
    }
}
