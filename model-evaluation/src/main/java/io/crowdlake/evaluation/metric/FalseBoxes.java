package io.crowdlake.evaluation.metric;

import java.util.List;

/**
 * What a detector takes for faces where there are none.
 *
 * @param frames those without a face
 * @param boxes false boxes in them above the score
 * @param per20Frames boxes for 20 of these frames; null where there are none
 */
public record FalseBoxes(long frames, long boxes, Double per20Frames) {

    /** Counts the frames without faces. */
    public static FalseBoxes count(List<FrameBoxes> frames, double aboveScore) {
        List<FrameBoxes> faceless =
                frames.stream().filter(frame -> frame.faces().isEmpty()).toList();
        long boxes = faceless.stream()
                .flatMap(frame -> Matching.of(frame).falseScores().stream())
                .filter(score -> score > aboveScore)
                .count();
        return new FalseBoxes(faceless.size(), boxes, faceless.isEmpty() ? null : 20.0 * boxes / faceless.size());
    }
}
