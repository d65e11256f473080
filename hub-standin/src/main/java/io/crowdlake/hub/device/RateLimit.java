package io.crowdlake.hub.device;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets so many through per second on average, and as many at once after a silence; those that come faster wait for their turn, so many at most.
 * Safe for many threads.
 */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double atOnce;
    private final int mostWaiting;
    private final LongSupplier nanoTime;
    private double left;
    private long last;

    RateLimit(double perSecond, int mostWaiting, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.atOnce = Math.max(1, perSecond);
        this.mostWaiting = mostWaiting;
        this.nanoTime = nanoTime;
        this.left = atOnce;
        this.last = nanoTime.getAsLong();
    }

    /** Counts one, and answers how long until it is its turn; empty where too many wait already, which then counts for nothing. */
    synchronized Optional<Duration> take() {
        long now = nanoTime.getAsLong();
        left = Math.min(atOnce, left + (now - last) / NANOS * perSecond);
        last = now;
        if (left - 1 < -mostWaiting) {
            return Optional.empty();
        }
        left--;
        return Optional.of(left >= 0 ? Duration.ZERO : Duration.ofNanos(Math.round(-left / perSecond * NANOS)));
    }
}
