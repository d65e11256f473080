package io.crowdlake.hub.device;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets so many through per second on average, and as many at once after a silence. */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private double left;
    private long last;

    RateLimit(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.left = perSecond;
        this.last = nanoTime.getAsLong();
    }

    /** Counts one; answers how long to wait before the next. */
    Duration take() {
        long now = nanoTime.getAsLong();
        left = Math.min(perSecond, left + (now - last) / NANOS * perSecond) - 1;
        last = now;
        return left >= 0 ? Duration.ZERO : Duration.ofNanos(Math.round(-left / perSecond * NANOS));
    }
}
