package io.crowdlake.device.spool;

import java.time.Duration;

/**
 * How much may wait for the hub.
 *
 * @param maxBytes on the disk, for one camera
 * @param maxAge of a frame; an older one is of no use any more
 */
public record SpoolLimits(long maxBytes, Duration maxAge) {

    /** A day of outage, and about seven hours of a camera with 5 frames of 8 KB per second. */
    public static final SpoolLimits DEFAULT = new SpoolLimits(1L << 30, Duration.ofHours(24));

    private static final long SMALLEST = 1L << 20;
    private static final long LARGEST_SEGMENT = 16L << 20;
    private static final int SEGMENTS = 16;

    public SpoolLimits {
        if (maxBytes < SMALLEST) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ", must be at least " + SMALLEST);
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge is " + maxAge + ", must be above 0");
        }
    }

    /** When a new file is begun: what is dropped at once when the disk's share is used up. */
    long segmentBytes() {
        return Math.min(LARGEST_SEGMENT, maxBytes / SEGMENTS);
    }
}
