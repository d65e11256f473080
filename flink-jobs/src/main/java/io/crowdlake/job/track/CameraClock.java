package io.crowdlake.job.track;

import java.time.Instant;
import java.util.List;

/**
 * Where one camera is in time. Instants are event time by the camera's clock, milliseconds are wall clock.
 *
 * @param newest capture time of the newest frame
 * @param released the last frame that has been passed on, in the order of capture; a frame before it is late; null before the first
 * @param floor frames from before this are too late although the horizon would allow them, since the state about them is gone; may be null
 * @param pruned capture time of the last frame passed on when what lay past the horizon was removed
 * @param lastArrivalMillis when the last frame arrived
 * @param timerMillis the earliest timer that is set, or 0 without any
 * @param silent whether the silence since then has been announced
 * @param waiting frames in the {@link ReorderBuffer}, in the order of capture
 */
public record CameraClock(
        Instant newest,
        FramePlace released,
        Instant floor,
        Instant pruned,
        long lastArrivalMillis,
        long timerMillis,
        boolean silent,
        List<FramePlace> waiting) {

    static CameraClock startingWith(Instant frame) {
        return new CameraClock(frame, null, null, frame, 0, 0, false, List.of());
    }

    /** Whether frames after this one have been passed on. */
    boolean isPast(FramePlace frame) {
        return released != null && frame.compareTo(released) < 0;
    }

    CameraClock arrived(Instant frame, long nowMillis) {
        Instant latest = frame.isAfter(newest) ? frame : newest;
        return new CameraClock(latest, released, floor, pruned, nowMillis, timerMillis, false, waiting);
    }

    CameraClock releasedTo(FramePlace frame, List<FramePlace> left) {
        return new CameraClock(newest, frame, floor, pruned, lastArrivalMillis, timerMillis, silent, left);
    }

    CameraClock prunedNow() {
        return new CameraClock(
                newest, released, floor, released.capturedAt(), lastArrivalMillis, timerMillis, silent, waiting);
    }

    CameraClock withTimer(long millis) {
        return new CameraClock(newest, released, floor, pruned, lastArrivalMillis, millis, silent, waiting);
    }

    CameraClock fallenSilent() {
        return new CameraClock(newest, released, floor, pruned, lastArrivalMillis, timerMillis, true, waiting);
    }

    /** After everything but the clock was removed. */
    CameraClock forgotten() {
        return new CameraClock(newest, released, newest.plusNanos(1), newest, lastArrivalMillis, 0, true, List.of());
    }
}
