package io.crowdlake.job.aggregate;

import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.window.FrameSight;
import java.time.Instant;
import java.util.Map;

/**
 * Where one camera's windows stand: all that every frame changes, in one value that is read once and written once. It grows with the people
 * in view.
 *
 * @param last the newest frame by the camera's clock, or null before the first
 * @param silent whether the camera has fallen silent since then
 * @param heardMillis wall clock of the last news of the camera
 * @param timerMillis wall clock of the earliest timer that is set, or 0 without any
 * @param pruned event time when windows past the horizon were last removed, or null before the first frame
 * @param active windows, by start, that are open or have something to publish: one or two as a rule
 * @param open visits that have not ended for good, by id
 * @param backlog the newest frame of a backlog that is coming in, or null without any
 */
public record CrowdProgress(
        FrameSight last,
        boolean silent,
        long heardMillis,
        long timerMillis,
        Instant pruned,
        Map<Instant, ActiveWindow> active,
        Map<String, VisitUpdate> open,
        FrameSight backlog) {

    /** Nothing heard of the camera yet. */
    static final CrowdProgress START = new CrowdProgress(null, false, 0, 0, null, Map.of(), Map.of(), null);

    private static final long HEAP_BYTES = 800;
    private static final long HEAP_BYTES_OF_WINDOW = 2_500;
    private static final long HEAP_BYTES_OF_VISIT = 400;

    /** About how much memory it takes, bytes. */
    long heapBytes() {
        return HEAP_BYTES + HEAP_BYTES_OF_WINDOW * active.size() + HEAP_BYTES_OF_VISIT * open.size();
    }
}
