package io.crowdlake.job.route;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.job.ingest.AnalysisJson;
import io.crowdlake.job.ingest.IngestLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An analysis that a camera made itself. Who sent it, and when it was read, is what the hub says; the body may only agree, or a camera
 * could speak for another.
 */
final class EdgeAnalysis {

    /** A header may have been rounded to milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private EdgeAnalysis() {}

    static FrameAnalysis read(CameraFrame message, IngestLimits limits, Instant now) throws AnalysisException {
        FrameAnalysis body = AnalysisJson.read(message.payload(), limits, now);
        requireSame("device_id", body.deviceId(), message.deviceId());
        requireSame("boot_id", body.bootId(), message.bootId());
        requireSame("sequence", body.sequence(), message.sequence());
        if (Duration.between(body.capturedAt(), message.capturedAt()).abs().compareTo(ROUNDING) > 0) {
            requireSame("captured_at", body.capturedAt(), message.capturedAt());
        }
        return message.policy()
                .apply(new FrameAnalysis(
                        body.deviceId(),
                        body.bootId(),
                        body.sequence(),
                        body.capturedAt(),
                        message.enqueuedAt(),
                        body.analyzedAt(),
                        body.frameWidth(),
                        body.frameHeight(),
                        body.modelVersion(),
                        untracked(body.faces()),
                        message.origin()));
    }

    /** Visits are given by the stage that tracks, for all cameras in the same way. */
    private static List<DetectedFace> untracked(List<DetectedFace> faces) {
        return faces.stream().map(face -> face.withVisit(null)).toList();
    }

    static void requireSame(String field, Object inBody, Object inHeader) throws AnalysisException {
        if (!Objects.equals(inBody, inHeader)) {
            throw new AnalysisException(
                    DeadLetterReason.JSON_INVALID,
                    field + " of the body differs from the header, which is " + inHeader);
        }
    }
}
