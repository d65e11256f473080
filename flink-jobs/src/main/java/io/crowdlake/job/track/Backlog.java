package io.crowdlake.job.track;

import io.crowdlake.counting.track.TrackerState;
import java.time.Instant;

/**
 * Frames from a time before the camera's newest, from which there were none yet: what a camera, or somebody on the way, sends later than what came
 * after it. They are tracked apart from those.
 *
 * @param since capture time of the first
 * @param last the newest, in the order of capture
 * @param lastArrivalMillis wall clock of its arrival
 * @param tracks the people in view then
 */
public record Backlog(Instant since, FramePlace last, long lastArrivalMillis, TrackerState tracks) {

    /** Whether frames after this one have been tracked. */
    boolean isPast(FramePlace frame) {
        return frame.compareTo(last) < 0;
    }

    Stretch stretch() {
        return new Stretch(since, last.capturedAt());
    }
}
