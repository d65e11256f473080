package io.crowdlake.contracts;

import java.time.Instant;
import java.util.List;

/**
 * What an analyzer saw in one frame. {@code (deviceId, bootId, sequence)} identifies it: the hub delivers at least once, so the same
 * analysis may come again.
 *
 * @param deviceId the camera
 * @param bootId changes whenever the camera program starts
 * @param sequence counts frames since the boot
 * @param capturedAt event time
 * @param enqueuedAt when the hub accepted the frame, or null
 * @param analyzedAt when the analysis was made
 * @param frameWidth pixels
 * @param frameHeight pixels
 * @param modelVersion bundle name and version, such as {@code crowdlake-faces 0.1.0}
 * @param faces in no particular order; empty for a frame without people
 * @param origin where the frame was read, or null
 */
public record FrameAnalysis(
        String deviceId,
        String bootId,
        long sequence,
        Instant capturedAt,
        Instant enqueuedAt,
        Instant analyzedAt,
        int frameWidth,
        int frameHeight,
        String modelVersion,
        List<DetectedFace> faces,
        Origin origin) {

    public FrameAnalysis {
        Checks.notBlank(deviceId, "deviceId");
        Checks.notBlank(bootId, "bootId");
        Checks.notNegative(sequence, "sequence");
        Checks.present(capturedAt, "capturedAt");
        Checks.present(analyzedAt, "analyzedAt");
        Checks.positive(frameWidth, "frameWidth");
        Checks.positive(frameHeight, "frameHeight");
        Checks.notBlank(modelVersion, "modelVersion");
        faces = Checks.entries(faces, "faces");
    }

    /** The same analysis with other faces, such as those that tracking has given visit ids. */
    public FrameAnalysis withFaces(List<DetectedFace> newFaces) {
        return new FrameAnalysis(
                deviceId,
                bootId,
                sequence,
                capturedAt,
                enqueuedAt,
                analyzedAt,
                frameWidth,
                frameHeight,
                modelVersion,
                newFaces,
                origin);
    }
}
