package io.crowdlake.counting.window;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lengths of visits in bins that grow by a constant factor, so that a quantile is right within {@value #RELATIVE_ERROR} of its value. At most
 * {@value #MOST_BINS} bins, whatever the crowd; merging two histograms equals filling one.
 *
 * <p>Lengths below {@value #SHORTEST_SECONDS} s count as 0, those above {@value #LONGEST_SECONDS} s (48 h) as 48 h; the mean is exact.
 *
 * @param count visits
 * @param micros sum of their lengths, microseconds
 * @param bins visits by bin number
 */
public record DwellHistogram(long count, long micros, Map<Integer, Long> bins) {

    /** A quantile is off by at most this part of its value. */
    public static final double RELATIVE_ERROR = 0.025;

    static final double SHORTEST_SECONDS = 0.05;
    static final double LONGEST_SECONDS = 172_800;
    static final int MOST_BINS = 303;

    /** No visits. */
    public static final DwellHistogram EMPTY = new DwellHistogram(0, 0, Map.of());

    private static final double LOG_FACTOR = Math.log((1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR));

    /** Bin of the lengths that count as 0. */
    private static final int ZERO = Integer.MIN_VALUE;

    public DwellHistogram {
        bins = bins == null ? Map.of() : Map.copyOf(bins);
    }

    /** With one more visit of the given length. */
    public DwellHistogram plus(Duration dwell) {
        long length = dwell.toNanos() / 1_000;
        Map<Integer, Long> sum = new HashMap<>(bins);
        sum.merge(binOf(length / 1e6), 1L, Long::sum);
        return new DwellHistogram(count + 1, micros + length, sum);
    }

    /** The visits of both. */
    public DwellHistogram merge(DwellHistogram other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        Map<Integer, Long> sum = new HashMap<>(bins);
        other.bins.forEach((bin, visits) -> sum.merge(bin, visits, Long::sum));
        return new DwellHistogram(count + other.count, micros + other.micros, sum);
    }

    /** Without the visits of the other, which must be among these. */
    public DwellHistogram minus(DwellHistogram other) {
        Map<Integer, Long> rest = new HashMap<>(bins);
        other.bins.forEach((bin, visits) -> rest.merge(bin, -visits, Long::sum));
        rest.values().removeIf(visits -> visits <= 0);
        return new DwellHistogram(count - other.count, micros - other.micros, rest);
    }

    /** Mean in seconds, or null without any visit. */
    public Double mean() {
        return count == 0 ? null : micros / 1e6 / count;
    }

    /**
     * The length in seconds that the given part of the visits does not exceed (the smallest length of which that is true), within
     * {@link #RELATIVE_ERROR}; null without any visit.
     *
     * @param part more than 0, at most 1: 0.5 is the median
     */
    public Double quantile(double part) {
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException("quantile is " + part + ", must be more than 0 and at most 1");
        }
        if (count == 0) {
            return null;
        }
        long rank = (long) Math.ceil(part * count);
        long seen = 0;
        for (Map.Entry<Integer, Long> bin : new TreeMap<>(bins).entrySet()) {
            seen += bin.getValue();
            if (seen >= rank) {
                return valueOf(bin.getKey());
            }
        }
        throw new IllegalStateException("the bins hold " + seen + " visits instead of " + count);
    }

    private static int binOf(double seconds) {
        if (seconds < SHORTEST_SECONDS) {
            return ZERO;
        }
        return (int) Math.ceil(Math.log(Math.min(seconds, LONGEST_SECONDS)) / LOG_FACTOR);
    }

    /** The value whose relative distance to both edges of the bin is the same. */
    private static double valueOf(int bin) {
        return bin == ZERO ? 0 : Math.exp(bin * LOG_FACTOR) * (1 - RELATIVE_ERROR);
    }
}
