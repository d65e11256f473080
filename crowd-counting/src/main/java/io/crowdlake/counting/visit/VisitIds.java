package io.crowdlake.counting.visit;

import io.crowdlake.contracts.FrameAnalysis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names visits after the face that began them, so that the same frames always give the same ids. */
public final class VisitIds {

    private static final int BYTES = 16;

    private VisitIds() {}

    /** 32 hexadecimal digits for the visit that begins with the given face (index in the frame's list). */
    public static String of(FrameAnalysis frame, int face) {
        String first = String.join(
                "\n", frame.deviceId(), frame.bootId(), Long.toString(frame.sequence()), Integer.toString(face));
        byte[] digest = sha256().digest(first.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
