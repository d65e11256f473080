package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.frame;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Two people stand side by side, are hidden for a few seconds, and have changed places. */
final class ChangedPlaces {

    static final double LEFT = 0.45;
    static final double RIGHT = 0.55;

    private static final int FRAMES_PER_SECOND = 5;

    private ChangedPlaces() {}

    /**
     * The visits that each of both was taken for, in the order of time, once they were decided about.
     *
     * @param one first on the left: the face at a place across
     * @param other first on the right
     */
    static List<List<String>> visits(
            CameraTracker tracker, DoubleFunction<DetectedFace> one, DoubleFunction<DetectedFace> other) {
        List<List<String>> visits = List.of(new ArrayList<>(), new ArrayList<>());
        TrackerState state = TrackerState.EMPTY;
        for (int number = 0; number < 16 * FRAMES_PER_SECOND; number++) {
            TrackStep step = tracker.advance(state, picture(number, one, other));
            state = step.state();
            boolean decided = state.tracks().stream().allMatch(Track::visiting);
            List<DetectedFace> faces = step.frame().analysis().faces();
            for (int face = 0; face < faces.size(); face++) {
                String visit = faces.get(face).visitId();
                if (decided && !visits.get(face).contains(visit)) {
                    visits.get(face).add(visit);
                }
            }
        }
        return visits;
    }

    private static FrameAnalysis picture(
            int number, DoubleFunction<DetectedFace> one, DoubleFunction<DetectedFace> other) {
        double seconds = number / (double) FRAMES_PER_SECOND;
        if (seconds >= 5 && seconds < 9) {
            return frame(number, at(seconds));
        }
        boolean changed = seconds >= 9;
        return frame(number, at(seconds), one.apply(changed ? RIGHT : LEFT), other.apply(changed ? LEFT : RIGHT));
    }
}
