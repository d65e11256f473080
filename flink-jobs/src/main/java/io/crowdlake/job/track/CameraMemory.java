package io.crowdlake.job.track;

import io.crowdlake.counting.track.TrackerState;
import java.time.Instant;

/**
 * All that every frame of a camera needs, in one value: it is read once and written once.
 *
 * @param clock where the camera is in time
 * @param recent the stretch of sequence numbers that the last frame was in, or null; {@link SeenFrames} has the others
 * @param tracks the people in view
 */
public record CameraMemory(CameraClock clock, SeenChunk recent, TrackerState tracks) {

    static CameraMemory startingWith(Instant frame) {
        return new CameraMemory(CameraClock.startingWith(frame), null, TrackerState.EMPTY);
    }

    CameraMemory with(CameraClock changed) {
        return new CameraMemory(changed, recent, tracks);
    }

    /** After everything but the clock was removed. */
    CameraMemory forgotten() {
        return new CameraMemory(clock.forgotten(), null, TrackerState.EMPTY);
    }
}
