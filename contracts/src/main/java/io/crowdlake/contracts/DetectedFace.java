package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;

/**
 * One face in one frame.
 *
 * @param box where it is
 * @param score the detector's confidence that it is a face, 0..1
 * @param attributes what it appears to be
 * @param visitId the visit it belongs to, or null until it has been tracked
 * @param clothing colour of what is worn below it, for telling people apart between analysis and tracking; null where it cannot be seen
 * @param embedding what it looks like, for recognition between analysis and tracking; null anywhere else. Never part of the JSON
 * @param hair colour of the hair, or of a hat, above it, for the same purpose as that of the clothing; null where it cannot be seen
 */
public record DetectedFace(
        BoundingBox box,
        double score,
        FaceAttributes attributes,
        String visitId,
        Colour clothing,
        @JsonIgnore SealedEmbedding embedding,
        Colour hair) {

    public DetectedFace {
        Checks.present(box, "face.box");
        Checks.fraction(score, "face.score");
        attributes = attributes == null ? FaceAttributes.UNKNOWN : attributes;
    }

    /** A face that has been detected but not tracked yet. */
    public DetectedFace(BoundingBox box, double score, FaceAttributes attributes) {
        this(box, score, attributes, null, null, null, null);
    }

    /** A face of a visit. */
    public DetectedFace(BoundingBox box, double score, FaceAttributes attributes, String visitId) {
        this(box, score, attributes, visitId, null, null, null);
    }

    /** The same face, assigned to a visit; null for none. */
    public DetectedFace withVisit(String id) {
        return new DetectedFace(box, score, attributes, id, clothing, embedding, hair);
    }

    /** The same face, assigned to a visit, or to none (null), and without what it was told apart by. */
    public DetectedFace tracked(String visit) {
        return new DetectedFace(box, score, attributes, visit, null, null, null);
    }

    /** The same face, appearing to be something else. */
    public DetectedFace withAttributes(FaceAttributes other) {
        return new DetectedFace(box, score, other, visitId, clothing, embedding, hair);
    }

    /** The same face above such clothes; null where they cannot be seen. */
    public DetectedFace withClothing(Colour colour) {
        return Objects.equals(colour, clothing)
                ? this
                : new DetectedFace(box, score, attributes, visitId, colour, embedding, hair);
    }

    /** The same face below such hair, or such a hat; null where neither can be seen. */
    public DetectedFace withHair(Colour colour) {
        return Objects.equals(colour, hair)
                ? this
                : new DetectedFace(box, score, attributes, visitId, clothing, embedding, colour);
    }

    /** The same face, to be recognised by; null for not at all. */
    public DetectedFace withEmbedding(SealedEmbedding look) {
        return Objects.equals(look, embedding)
                ? this
                : new DetectedFace(box, score, attributes, visitId, clothing, look, hair);
    }
}
