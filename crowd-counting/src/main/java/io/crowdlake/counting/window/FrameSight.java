package io.crowdlake.counting.window;

import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What windows need to know of one frame.
 *
 * @param time event time
 * @param occupancy visitors in view
 * @param modelVersion bundle that analysed it
 * @param zones visitors in each zone that is not empty
 */
public record FrameSight(Instant time, long occupancy, String modelVersion, Map<String, Long> zones) {

    public FrameSight {
        Objects.requireNonNull(time, "time is null");
        Objects.requireNonNull(modelVersion, "modelVersion is null");
        zones = zones == null || zones.isEmpty() ? Map.of() : Map.copyOf(zones);
    }

    /** Of a frame without zones. */
    public FrameSight(Instant time, long occupancy, String modelVersion) {
        this(time, occupancy, modelVersion, Map.of());
    }

    /** Of a frame; not of the news of a silence. */
    public static FrameSight of(TrackedFrame frame) {
        long occupancy = 0;
        Map<String, Long> zones = new HashMap<>();
        for (VisitUpdate update : frame.visits()) {
            if (!update.closed()) {
                occupancy++;
                update.movement().zones().forEach(sight -> zones.merge(sight.zone(), 1L, Long::sum));
            }
        }
        return new FrameSight(frame.time(), occupancy, frame.analysis().modelVersion(), zones);
    }
}
