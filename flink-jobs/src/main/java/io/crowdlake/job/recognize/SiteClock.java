package io.crowdlake.job.recognize;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a site is in time: at the latest end of a visit of any of its cameras, and from then on as wall clock goes, so that people are forgotten
 * in time also where nobody comes. It never goes back.
 *
 * @param time event time at {@code atMillis}
 * @param atMillis wall clock
 * @param timerMillis wall clock of the earliest timer that is set, or 0 without any
 * @param nextPerson number of the next person who is new
 */
public record SiteClock(Instant time, long atMillis, long timerMillis, long nextPerson) {

    static SiteClock startingAt(Instant time, long nowMillis) {
        return new SiteClock(time, nowMillis, 0, 0);
    }

    /** Event time by now. */
    Instant now(long nowMillis) {
        return time.plusMillis(Math.max(0, nowMillis - atMillis));
    }

    /** After a visit that ended at an event time. */
    SiteClock advancedTo(Instant end, long nowMillis) {
        Instant now = now(nowMillis);
        return new SiteClock(end.isAfter(now) ? end : now, nowMillis, timerMillis, nextPerson);
    }

    /** When wall clock will show an event time. */
    long millisAt(Instant event) {
        return atMillis + Math.max(0, Duration.between(time, event).toMillis());
    }

    SiteClock withTimer(long millis) {
        return new SiteClock(time, atMillis, millis, nextPerson);
    }

    SiteClock withNextPerson(long number) {
        return new SiteClock(time, atMillis, timerMillis, number);
    }
}
