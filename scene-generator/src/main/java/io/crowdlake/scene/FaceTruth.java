package io.crowdlake.scene;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;

/**
 * A face in a frame.
 *
 * @param personId whose
 * @param box forehead to chin and cheek to cheek, cut off at the frame's edge
 * @param clarity how well it can be seen, 0..1: turned away, covered or cut off faces have less
 * @param clothing mean colour of what is worn on the chest, with what stands before it; null where little of it can be seen
 * @param hair the same of the hair, or of the hat on it
 */
public record FaceTruth(String personId, BoundingBox box, double clarity, Colour clothing, Colour hair) {

    /** From this clarity on a detector is expected to find a face. */
    public static final double CLEAR = 0.6;

    /** A face without a body. */
    public FaceTruth(String personId, BoundingBox box, double clarity) {
        this(personId, box, clarity, null, null);
    }

    /** Whether a detector is expected to find it; below that it may or may not. */
    public boolean clear() {
        return clarity >= CLEAR;
    }
}
