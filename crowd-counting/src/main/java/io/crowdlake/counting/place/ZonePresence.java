package io.crowdlake.counting.place;

import io.crowdlake.contracts.ZoneStay;
import java.time.Instant;

/**
 * What is known of one person and one zone.
 *
 * @param zone its name
 * @param entered event time at which the stay began that goes on; null outside
 * @param told event time at which the person was last told to be in it; null before the first time
 */
public record ZonePresence(String zone, Instant entered, Instant told) {

    static ZonePresence never(String zone) {
        return new ZonePresence(zone, null, null);
    }

    boolean inside() {
        return entered != null;
    }

    /** Whether the stay that goes on is news still: its first sight was not sure enough to tell of it. */
    boolean untold() {
        return told == null || told.isBefore(entered);
    }

    ZonePresence in(Instant time) {
        return inside() ? this : new ZonePresence(zone, time, told);
    }

    ZonePresence out() {
        return new ZonePresence(zone, null, told);
    }

    ZonePresence toldAt(Instant time) {
        return new ZonePresence(zone, entered, time);
    }

    ZoneSight sight() {
        return new ZoneSight(zone, untold(), told);
    }

    ZoneStay stayUntil(Instant time) {
        return new ZoneStay(zone, entered, time);
    }
}
