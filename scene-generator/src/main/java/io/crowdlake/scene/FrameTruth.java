package io.crowdlake.scene;

import java.time.Duration;
import java.util.List;

/**
 * What is in a frame.
 *
 * @param index counts frames from 0
 * @param position event time since the start of the scene
 * @param faces that can be seen, the farthest first; those with their back to the camera are not among them
 * @param peopleInView heads in the picture, whichever way they look
 */
public record FrameTruth(long index, Duration position, List<FaceTruth> faces, int peopleInView) {

    public FrameTruth {
        faces = List.copyOf(faces);
    }
}
