package io.crowdlake.job.track;

import io.crowdlake.counting.track.TrackerState;
import java.time.Instant;

/**
 * All that every frame of a camera needs, in one value: it is read once and written once.
 *
 * @param clock where the camera is in time
 * @param recent the stretch of sequence numbers that the last frame was in, or null; {@link SeenFrames} has the others
 * @param tracks the people in view
 * @param coverage when the camera was watching
 * @param backlog frames from an earlier time that come now, or null without any
 */
public record CameraMemory(
        CameraClock clock, SeenChunk recent, TrackerState tracks, Coverage coverage, Backlog backlog) {

    private static final long HEAP_BYTES = 1_500;
    private static final long HEAP_BYTES_OF_TRACK = 1_000;
    private static final long HEAP_BYTES_OF_PLACE = 100;

    static CameraMemory startingWith(Instant frame) {
        return new CameraMemory(CameraClock.startingWith(frame), null, TrackerState.EMPTY, Coverage.NONE, null);
    }

    /** About how much memory it takes, bytes. */
    long heapBytes() {
        return HEAP_BYTES
                + HEAP_BYTES_OF_TRACK
                        * (tracks.tracks().size()
                                + (backlog == null
                                        ? 0
                                        : backlog.tracks().tracks().size()))
                + HEAP_BYTES_OF_PLACE
                        * (clock.waiting().size() + coverage.earlier().size());
    }

    CameraMemory with(CameraClock changed) {
        return new CameraMemory(changed, recent, tracks, coverage, backlog);
    }

    CameraMemory with(SeenChunk changed) {
        return new CameraMemory(clock, changed, tracks, coverage, backlog);
    }

    CameraMemory with(TrackerState changed) {
        return new CameraMemory(clock, recent, changed, coverage, backlog);
    }

    CameraMemory with(Coverage changed) {
        return new CameraMemory(clock, recent, tracks, changed, backlog);
    }

    CameraMemory with(Backlog changed) {
        return new CameraMemory(clock, recent, tracks, coverage, changed);
    }

    /** After the backlog has come to its end: its time is made good. */
    CameraMemory withoutBacklog() {
        return new CameraMemory(clock, recent, tracks, coverage.with(backlog.stretch()), null);
    }

    /** After everything but the clock was removed. */
    CameraMemory forgotten() {
        return new CameraMemory(clock.forgotten(), null, TrackerState.EMPTY, Coverage.NONE, null);
    }
}
