package io.crowdlake.contracts;

/**
 * One face in one frame.
 *
 * @param box where it is
 * @param score the detector's confidence that it is a face, 0..1
 * @param attributes what it appears to be
 * @param visitId the visit it belongs to, or null until it has been tracked
 */
public record DetectedFace(BoundingBox box, double score, FaceAttributes attributes, String visitId) {

    public DetectedFace {
        Checks.present(box, "face.box");
        Checks.fraction(score, "face.score");
        attributes = attributes == null ? FaceAttributes.UNKNOWN : attributes;
    }

    /** A face that has been detected but not tracked yet. */
    public DetectedFace(BoundingBox box, double score, FaceAttributes attributes) {
        this(box, score, attributes, null);
    }

    /** The same face, assigned to a visit. */
    public DetectedFace withVisit(String id) {
        return new DetectedFace(box, score, attributes, id);
    }
}
