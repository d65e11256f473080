package io.crowdlake.evaluation.metric;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;

/**
 * What was found in a frame, and what is there; all boxes in the same pixels.
 *
 * @param file the clip or picture
 * @param found boxes of the detector
 * @param faces boxes of faces that must be found
 * @param ignored boxes that may be faces: to find one is neither right nor wrong
 */
public record FrameBoxes(String file, List<FaceBox> found, List<FaceBox> faces, List<FaceBox> ignored) {

    public FrameBoxes {
        found = List.copyOf(found);
        faces = List.copyOf(faces);
        ignored = List.copyOf(ignored);
    }
}
