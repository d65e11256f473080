package io.crowdlake.evaluation.labels;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;

/**
 * Where faces are in a frame.
 *
 * @param faces boxes whose score says that they are faces
 * @param ignored boxes whose score leaves it open
 */
public record FrameLabel(List<FaceBox> faces, List<FaceBox> ignored) {

    /** A box with a higher score is a face. */
    static final double FACE = 0.6;

    /** A box with a lower score is nothing. */
    static final double NOTHING = 0.35;

    public FrameLabel {
        faces = List.copyOf(faces);
        ignored = List.copyOf(ignored);
    }

    /** Sorts boxes by their score. */
    static FrameLabel of(List<FaceBox> boxes) {
        return new FrameLabel(
                boxes.stream().filter(box -> box.score() > FACE).toList(),
                boxes.stream()
                        .filter(box -> box.score() >= NOTHING && box.score() <= FACE)
                        .toList());
    }
}
