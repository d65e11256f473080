package io.crowdlake.counting.window;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The time between two frames that follow each other, spread over the windows it lies in.
 *
 * @param grid of the windows
 * @param longest time between two frames for which the camera counts as watching; after a longer one it was off
 */
public record Watch(WindowGrid grid, Duration longest) {

    /** What the time from one frame to the next adds to each window, by window start. */
    public Map<Instant, FrameCounts> between(FrameSight before, FrameSight after) {
        Instant from = before.time();
        Instant to = after.time();
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(longest) > 0) {
            return Map.of();
        }
        Map<Instant, FrameCounts> parts = new LinkedHashMap<>();
        for (Instant start : grid.startsFrom(from, to)) {
            Instant begin = start.isAfter(from) ? start : from;
            Instant end = grid.endOf(start).isBefore(to) ? grid.endOf(start) : to;
            if (end.isAfter(begin)) {
                parts.put(start, FrameCounts.ofInterval(before, after, Duration.between(begin, end)));
            }
        }
        return parts;
    }
}
