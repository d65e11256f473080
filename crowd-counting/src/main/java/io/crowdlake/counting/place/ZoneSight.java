package io.crowdlake.counting.place;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody is in a zone.
 *
 * @param zone its name
 * @param entered whether the stay begins
 * @param before event time at which the person was last told to be in it, in this stay or an earlier one; null the first time
 */
public record ZoneSight(String zone, boolean entered, Instant before) {

    public ZoneSight {
        Objects.requireNonNull(zone, "zone is null");
    }
}
