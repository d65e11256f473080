package io.crowdlake.counting.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tumbling windows without gaps: {@code [start, start + size)}, aligned to 1970-01-01T00:00:00Z plus an offset.
 *
 * @param size more than zero
 * @param offset zero or more and less than {@code size}
 */
public record WindowGrid(Duration size, Duration offset) {

    public WindowGrid {
        if (size.isNegative() || size.isZero()) {
            throw new IllegalArgumentException("window size is " + size + ", must be more than zero");
        }
        if (offset.isNegative() || offset.compareTo(size) >= 0) {
            throw new IllegalArgumentException(
                    "window offset is " + offset + ", must be zero or more and less than the size " + size);
        }
    }

    /** Start of the window that holds an instant; instants of the years 1678..2262 only. */
    public Instant startOf(Instant instant) {
        long nanos = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        long behind = Math.floorMod(nanos - offset.toNanos(), size.toNanos());
        return instant.minusNanos(behind);
    }

    /** End, exclusive, of the window with the given start. */
    public Instant endOf(Instant start) {
        return start.plus(size);
    }

    /** Starts of all windows that hold an instant of {@code [from, to]}, both inclusive, oldest first. */
    public List<Instant> startsFrom(Instant from, Instant to) {
        List<Instant> starts = new ArrayList<>(1);
        for (Instant start = startOf(from); !start.isAfter(to); start = start.plus(size)) {
            starts.add(start);
        }
        return starts;
    }
}
