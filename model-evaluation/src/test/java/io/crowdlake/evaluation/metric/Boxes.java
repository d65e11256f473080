package io.crowdlake.evaluation.metric;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;

/** Boxes and frames for tests. */
final class Boxes {

    private Boxes() {}

    /** A square box of 10 pixels at x. */
    static FaceBox at(double x, double score) {
        return new FaceBox(x, 0, x + 10, 10, score);
    }

    static FaceBox square(double side) {
        return new FaceBox(0, 0, side, side, 1);
    }

    static FrameBoxes frame(List<FaceBox> found, List<FaceBox> faces) {
        return new FrameBoxes("clip.gif", found, faces, List.of());
    }

    static FrameBoxes frame(List<FaceBox> found, List<FaceBox> faces, List<FaceBox> ignored) {
        return new FrameBoxes("clip.gif", found, faces, ignored);
    }
}
