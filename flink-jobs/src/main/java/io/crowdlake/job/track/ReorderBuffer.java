package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.state.MapState;

/**
 * Frames that wait for those captured before them. A camera numbers its frames, so that nothing can come between a frame and the one with the
 * next number: it waits for nothing, and is not stored. Only where a number is missing do frames wait, until it comes or the delay is
 * over by the camera's clock.
 *
 * <p>The clock holds which frames wait, so that the store is only ever asked for keys that are there: RocksDB would be slow to scan past
 * the keys that were removed.
 */
final class ReorderBuffer {

    /** More than this many never wait: a camera whose clock stands still would fill the buffer without end. */
    static final int MOST_WAITING = 2048;

    private final MapState<FramePlace, FrameAnalysis> frames;
    private final Duration delay;

    ReorderBuffer(MapState<FramePlace, FrameAnalysis> frames, Duration delay) {
        this.frames = frames;
        this.delay = delay;
    }

    /** Takes in a frame that is not late, and out those that have nothing more to wait for, in the order of capture. */
    Release add(CameraClock clock, FrameAnalysis frame) throws Exception {
        FramePlace place = FramePlace.of(frame);
        List<FramePlace> waiting = new ArrayList<>(clock.waiting());
        int index = -1 - Collections.binarySearch(waiting, place);
        waiting.add(index, place);
        int due = due(clock, waiting);
        if (index >= due) {
            frames.put(place, frame);
        }
        List<FrameAnalysis> taken = new ArrayList<>(due);
        for (int next = 0; next < due; next++) {
            taken.add(next == index ? frame : take(waiting.get(next)));
        }
        return release(clock, taken, waiting);
    }

    /** Takes out all frames, in the order of capture. */
    Release all(CameraClock clock) throws Exception {
        List<FrameAnalysis> taken = new ArrayList<>();
        for (FramePlace place : clock.waiting()) {
            taken.add(take(place));
        }
        return release(clock, taken, clock.waiting());
    }

    /** How many frames, from the first on, wait no longer. */
    private int due(CameraClock clock, List<FramePlace> waiting) {
        Instant bound = clock.newest().minus(delay);
        FramePlace last = clock.released();
        int due = 0;
        while (due < waiting.size()) {
            FramePlace next = waiting.get(due);
            boolean waits = next.capturedAt().isAfter(bound) && !next.follows(last);
            if (waits && waiting.size() <= MOST_WAITING) {
                break;
            }
            last = next;
            due++;
        }
        return due;
    }

    private FrameAnalysis take(FramePlace place) throws Exception {
        FrameAnalysis frame = frames.get(place);
        frames.remove(place);
        return frame;
    }

    private static Release release(CameraClock clock, List<FrameAnalysis> taken, List<FramePlace> waiting) {
        int count = taken.size();
        FramePlace last = count == 0 ? clock.released() : waiting.get(count - 1);
        return new Release(clock.releasedTo(last, List.copyOf(waiting.subList(count, waiting.size()))), taken);
    }

    /**
     * Frames that left the buffer.
     *
     * @param clock after that
     * @param frames in the order of capture
     */
    record Release(CameraClock clock, List<FrameAnalysis> frames) {}
}
