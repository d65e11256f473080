package io.crowdlake.benchmark.counting;

import io.crowdlake.scene.PersonTruth;
import java.util.ArrayList;
import java.util.List;

/**
 * A scene from beginning to end.
 *
 * @param situation what goes on
 * @param framesPerSecond of event time
 * @param frames in order
 * @param stays of all who came, in the order of their coming
 */
record Recording(Situation situation, double framesPerSecond, List<RecordedFrame> frames, List<PersonTruth> stays) {

    Recording {
        frames = List.copyOf(frames);
        stays = List.copyOf(stays);
    }

    /** The same scene seen by a slower camera, which takes the first of every so many frames. */
    Recording everyNth(int n) {
        List<RecordedFrame> fewer = new ArrayList<>();
        for (int i = 0; i < frames.size(); i += n) {
            fewer.add(frames.get(i));
        }
        return new Recording(situation, framesPerSecond / n, fewer, stays);
    }
}
