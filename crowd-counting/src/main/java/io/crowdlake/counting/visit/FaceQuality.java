package io.crowdlake.counting.visit;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;

/** How much a face can tell: its size, up to what the attribute network takes in, times the detector's confidence. */
public final class FaceQuality {

    /** From this size on, in pixels, a larger face tells no more: the input size of the built-in attribute network. */
    static final double FULL_PIXELS = 64;

    /** The least that any face counts. */
    static final double LEAST = 0.02;

    private FaceQuality() {}

    /** Quality of a face of the frame, {@value #LEAST}..1. */
    public static double of(FrameAnalysis frame, DetectedFace face) {
        double pixels = Math.sqrt(face.box().area() * frame.frameWidth() * frame.frameHeight());
        return Math.max(LEAST, Math.min(1, pixels / FULL_PIXELS) * face.score());
    }
}
