package io.crowdlake.device.hub;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** From one second to one minute between attempts, twice as long each time, and not the same for all devices. */
final class RetryPause {

    static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** How long to wait now. */
    Duration next() {
        long millis =
                Math.round(next.toMillis() * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
        next = next.compareTo(LONGEST.dividedBy(2)) > 0 ? LONGEST : next.multipliedBy(2);
        return Duration.ofMillis(millis);
    }

    /** After a success. */
    void reset() {
        next = FIRST;
    }
}
