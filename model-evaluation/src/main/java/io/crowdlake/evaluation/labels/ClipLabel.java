package io.crowdlake.evaluation.labels;

import java.util.List;

/**
 * Where faces are in a clip or a picture.
 *
 * @param file as the label names it, relative to the data folder
 * @param width of the picture that the boxes belong to, in pixels; 0 where the label leaves it open
 * @param height of that picture, in pixels; 0 where the label leaves it open
 * @param frames one for each frame, in order
 */
public record ClipLabel(String file, int width, int height, List<FrameLabel> frames) {

    public ClipLabel {
        frames = List.copyOf(frames);
    }
}
