package io.crowdlake.counting.track;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import java.util.ArrayList;
import java.util.List;

/**
 * Who was seen in a frame.
 *
 * @param tracks those who are present, seen or not
 * @param trackOfFace index of each face's track, or {@link Assignment#NONE}
 * @param frame the frame
 */
record Sights(List<Track> tracks, int[] trackOfFace, FrameAnalysis frame) {

    /** The frame's faces with the ids of their visits, given by track, and without what they look like to be recognised by. */
    List<DetectedFace> faces(List<String> visitOfTrack) {
        List<DetectedFace> faces = new ArrayList<>(trackOfFace.length);
        for (int index = 0; index < trackOfFace.length; index++) {
            DetectedFace face = frame.faces().get(index);
            faces.add(
                    face.tracked(trackOfFace[index] == Assignment.NONE ? null : visitOfTrack.get(trackOfFace[index])));
        }
        return faces;
    }
}
