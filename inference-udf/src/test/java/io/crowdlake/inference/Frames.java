package io.crowdlake.inference;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Frames for tests, as the stage before {@code analyze} hands them on. */
public final class Frames {

    public static final Instant CAPTURED_AT = Instant.parse("2026-03-01T09:30:00.123456Z");

    private Frames() {}

    public static CameraFrame jpeg(long sequence, byte[] payload) {
        return frame(sequence, CognitiveTypes.CAMFRAME_ANALYSIS, "image/jpeg", payload);
    }

    /** A frame whose body tells a test analyzer what to do. */
    public static CameraFrame scripted(long sequence, String command) {
        return frame(sequence, "scripted", "text/plain", command.getBytes(StandardCharsets.UTF_8));
    }

    public static CameraFrame frame(long sequence, String cognitiveType, String contentType, byte[] payload) {
        return new CameraFrame(
                "camera-1",
                "boot-1",
                sequence,
                CAPTURED_AT,
                CAPTURED_AT.plusSeconds(1),
                cognitiveType,
                contentType,
                payload,
                new Origin("camera-frames", 2, 100 + sequence));
    }
}
