package io.crowdlake.counting.visit;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;

/**
 * How much a face can tell of the person: about the reciprocal variance of the apparent age, as a part of that of a face as good as can be. Faces that are small,
 * turned, cut off or half covered are misread, and the detector's confidence tells so.
 */
public final class FaceQuality {

    /** From this size on, in pixels, a larger face tells no more: the input size of the built-in attribute network. */
    static final double FULL_PIXELS = 64;

    /** From this score on it says no more how well a face can be read. */
    static final double FULL_SCORE = 0.95;

    /** At this score next to nothing can be read. */
    static final double NO_SCORE = 0.45;

    /** The least that any face counts. */
    static final double LEAST = 0.01;

    private FaceQuality() {}

    /** Quality of a face of the frame, {@value #LEAST}..1. */
    public static double of(FrameAnalysis frame, DetectedFace face) {
        double pixels = Math.sqrt(face.box().area() * frame.frameWidth() * frame.frameHeight());
        double size = Math.min(1, pixels / FULL_PIXELS);
        double sure = sureness(face);
        return Math.max(LEAST, size * size * sure * sure * sure);
    }

    /** How sure the detector is of a face, from 0, where next to nothing can be read, to 1, where it says no more how well it can be. */
    public static double sureness(DetectedFace face) {
        return Math.max(0, Math.min(1, (face.score() - NO_SCORE) / (FULL_SCORE - NO_SCORE)));
    }
}
