package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;

/**
 * One person's continuous presence at one camera.
 *
 * @param visitId deterministic: the same frames give the same id
 * @param deviceId the camera
 * @param firstSeen event time of the first frame with this person
 * @param lastSeen event time of the last one; not before {@code firstSeen}
 * @param frames in how many frames the person was seen
 * @param attributes quality-weighted vote over the faces of the visit
 * @param recognition whether the person was seen before; unknown where recognition is off
 * @param modelVersion bundle that saw the faces
 */
public record Visit(
        String visitId,
        String deviceId,
        Instant firstSeen,
        Instant lastSeen,
        int frames,
        FaceAttributes attributes,
        Recognition recognition,
        String modelVersion) {

    public Visit {
        Checks.notBlank(visitId, "visitId");
        Checks.notBlank(deviceId, "deviceId");
        Checks.present(firstSeen, "firstSeen");
        Checks.present(lastSeen, "lastSeen");
        if (lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException(
                    "lastSeen is " + lastSeen + ", must not be before firstSeen " + firstSeen);
        }
        Checks.positive(frames, "frames");
        attributes = attributes == null ? FaceAttributes.UNKNOWN : attributes;
        recognition = recognition == null ? Recognition.UNKNOWN : recognition;
        Checks.notBlank(modelVersion, "modelVersion");
    }

    /** The same visit, of somebody who has been recognised, or has not. */
    public Visit withRecognition(Recognition known) {
        return new Visit(visitId, deviceId, firstSeen, lastSeen, frames, attributes, known, modelVersion);
    }

    /** Time between the first and the last sight of the person. */
    public Duration dwell() {
        return Duration.between(firstSeen, lastSeen);
    }
}
