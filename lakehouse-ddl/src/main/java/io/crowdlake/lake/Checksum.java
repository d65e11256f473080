package io.crowdlake.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a SQL file has changed since it was applied. */
final class Checksum {

    private Checksum() {}

    /** {@code sha256:} and 64 hex digits; a checkout with other line ends gives the same. */
    static String of(String sql) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] text = sql.replace("\r\n", "\n").strip().getBytes(StandardCharsets.UTF_8);
            return "sha256:" + HexFormat.of().formatHex(digest.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Enough of a checksum to compare two by eye. */
    static String abbreviate(String checksum) {
        return checksum.substring(0, Math.min(checksum.length(), "sha256:".length() + 8));
    }
}
