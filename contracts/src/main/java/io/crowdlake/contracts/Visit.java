package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
 * @param crossings lines that the person walked over, the first {@value #MOST_KEPT} of them
 * @param zoneStays stays in zones that have ended, the first {@value #MOST_KEPT} of them
 * @param heading direction in the picture from where the person was first seen to where last; none for those who ended less than a face's
 *     size from there
 */
public record Visit(
        String visitId,
        String deviceId,
        Instant firstSeen,
        Instant lastSeen,
        int frames,
        FaceAttributes attributes,
        Recognition recognition,
        String modelVersion,
        List<LineCrossing> crossings,
        List<ZoneStay> zoneStays,
        Heading heading) {

    /** So many crossings and so many stays are kept of one visit; windows count those beyond too. */
    public static final int MOST_KEPT = 32;

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
        crossings = Checks.entries(crossings, "crossings");
        zoneStays = Checks.entries(zoneStays, "zoneStays");
        heading = heading == null ? Heading.NONE : heading;
    }

    /** A visit of somebody who stood, at a camera without lines and zones. */
    public Visit(
            String visitId,
            String deviceId,
            Instant firstSeen,
            Instant lastSeen,
            int frames,
            FaceAttributes attributes,
            Recognition recognition,
            String modelVersion) {
        this(
                visitId,
                deviceId,
                firstSeen,
                lastSeen,
                frames,
                attributes,
                recognition,
                modelVersion,
                List.of(),
                List.of(),
                Heading.NONE);
    }

    /** The same visit, of somebody who has been recognised, or has not. */
    public Visit withRecognition(Recognition known) {
        return new Visit(
                visitId,
                deviceId,
                firstSeen,
                lastSeen,
                frames,
                attributes,
                known,
                modelVersion,
                crossings,
                zoneStays,
                heading);
    }

    /** The same visit without what the person did at lines and zones, and without a direction. */
    public Visit withoutPlaces() {
        return new Visit(visitId, deviceId, firstSeen, lastSeen, frames, attributes, recognition, modelVersion);
    }

    /** Time between the first and the last sight of the person. */
    public Duration dwell() {
        return Duration.between(firstSeen, lastSeen);
    }
}
