package io.crowdlake.counting.track;

import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import java.util.List;
import java.util.Objects;

/**
 * Outcome of one step of a {@link CameraTracker}.
 *
 * @param state to go on with
 * @param frame what to pass on
 * @param closed visits that ended and had not been announced with as many frames before
 */
public record TrackStep(TrackerState state, TrackedFrame frame, List<Visit> closed) {

    public TrackStep {
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(frame, "frame is null");
        closed = List.copyOf(closed);
    }
}
