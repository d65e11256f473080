package io.crowdlake.job.track;

import java.time.Instant;
import java.util.Map;

/**
 * Where one camera is in time. Instants are event time by the camera's clock, milliseconds are wall clock.
 *
 * @param newest capture time of the newest frame
 * @param released every frame captured before this has been passed on; a frame from before it is late
 * @param floor frames from before this are too late although the horizon would allow them, since the state about them is gone; may be null
 * @param pruned when {@code released} had this value, what lay past the horizon was removed
 * @param lastArrivalMillis when the last frame arrived
 * @param timerMillis the earliest timer that is set, or 0 without any
 * @param silent whether the silence since then has been announced
 * @param buffered number of frames that wait, by bucket of the {@link ReorderBuffer}
 */
public record CameraClock(
        Instant newest,
        Instant released,
        Instant floor,
        Instant pruned,
        long lastArrivalMillis,
        long timerMillis,
        boolean silent,
        Map<Long, Integer> buffered) {

    public CameraClock {
        buffered = buffered == null ? Map.of() : buffered;
    }

    static CameraClock startingWith(Instant frame) {
        return new CameraClock(frame, Instant.MIN, null, frame, 0, 0, false, Map.of());
    }

    CameraClock arrived(Instant frame, long nowMillis) {
        Instant latest = frame.isAfter(newest) ? frame : newest;
        return new CameraClock(latest, released, floor, pruned, nowMillis, timerMillis, false, buffered);
    }

    CameraClock releasedTo(Instant time) {
        return new CameraClock(newest, time, floor, pruned, lastArrivalMillis, timerMillis, silent, buffered);
    }

    CameraClock prunedNow() {
        return new CameraClock(newest, released, floor, released, lastArrivalMillis, timerMillis, silent, buffered);
    }

    CameraClock withTimer(long millis) {
        return new CameraClock(newest, released, floor, pruned, lastArrivalMillis, millis, silent, buffered);
    }

    CameraClock withBuffered(Map<Long, Integer> frames) {
        return new CameraClock(newest, released, floor, pruned, lastArrivalMillis, timerMillis, silent, frames);
    }

    CameraClock fallenSilent() {
        return new CameraClock(newest, released, floor, pruned, lastArrivalMillis, timerMillis, true, buffered);
    }

    /** After everything but the clock was removed. */
    CameraClock forgotten() {
        return new CameraClock(newest, released, released, released, lastArrivalMillis, 0, true, Map.of());
    }
}
