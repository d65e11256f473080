package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody was in a zone.
 *
 * @param zone its name
 * @param enteredAt event time of the first frame with the person in it
 * @param leftAt event time of the first frame with the person out of it, or of the last with the person at all; not before {@code enteredAt}
 */
public record ZoneStay(String zone, Instant enteredAt, Instant leftAt) {

    public ZoneStay {
        Checks.notBlank(zone, "zone");
        Checks.present(enteredAt, "enteredAt");
        Checks.present(leftAt, "leftAt");
        if (leftAt.isBefore(enteredAt)) {
            throw new IllegalArgumentException("leftAt is " + leftAt + ", must not be before enteredAt " + enteredAt);
        }
    }

    /** How long. */
    public Duration dwell() {
        return Duration.between(enteredAt, leftAt);
    }
}
