package io.crowdlake.job.aggregate;

/**
 * What has been said of one window to the outside. Revisions are one sequence for both outlets, the event topic and the lake; each outlet
 * gets the newest one when its interval has passed and it has not got it yet.
 *
 * @param revision the newest, 0 before the first
 * @param fingerprint of the newest revision's content, to tell whether anything changed
 * @param eventsRevision the newest that the event topic got, 0 before the first
 * @param lakeRevision the newest that the lake got, 0 before the first
 * @param eventsMillis wall clock of that, or long ago when the next may go at once
 * @param lakeMillis wall clock of that (before the first, when the window began), or long ago when the next may go at once
 * @param changed whether something may have changed since the newest revision
 * @param closed whether the window has closed
 */
public record Publication(
        long revision,
        long fingerprint,
        long eventsRevision,
        long lakeRevision,
        long eventsMillis,
        long lakeMillis,
        boolean changed,
        boolean closed) {

    /** Never due. */
    static final long NEVER = Long.MAX_VALUE;

    /** Stands for a last time so long ago that the next may go at once. */
    private static final long AT_ONCE = Long.MIN_VALUE / 2;

    static Publication begun(long nowMillis) {
        return new Publication(0, 0, 0, 0, AT_ONCE, nowMillis, true, false);
    }

    /** When the event topic should get a revision, or {@link #NEVER} while it has the newest. */
    long eventsDue(AggregateSettings settings) {
        return changed || eventsRevision < revision
                ? eventsMillis + settings.eventsUpdateInterval().toMillis()
                : NEVER;
    }

    /** When the lake should get a revision, or {@link #NEVER} while it has the newest. */
    long lakeDue(AggregateSettings settings) {
        return changed || lakeRevision < revision
                ? lakeMillis + settings.lakeUpdateInterval().toMillis()
                : NEVER;
    }

    /** When either outlet is due. */
    long due(AggregateSettings settings) {
        return Math.min(eventsDue(settings), lakeDue(settings));
    }

    Publication touched() {
        return changed
                ? this
                : new Publication(
                        revision, fingerprint, eventsRevision, lakeRevision, eventsMillis, lakeMillis, true, closed);
    }

    /** Closed, so that both outlets get the final revision at once. */
    Publication closedNow() {
        return new Publication(revision, fingerprint, eventsRevision, lakeRevision, AT_ONCE, AT_ONCE, true, true);
    }

    /** With the content of the window as it is now: a new revision, unless it is that of the newest. */
    Publication revised(long content) {
        boolean same = revision > 0 && content == fingerprint;
        return new Publication(
                same ? revision : revision + 1,
                content,
                eventsRevision,
                lakeRevision,
                eventsMillis,
                lakeMillis,
                false,
                closed);
    }

    Publication announced(long nowMillis) {
        return new Publication(revision, fingerprint, revision, lakeRevision, nowMillis, lakeMillis, changed, closed);
    }

    Publication stored(long nowMillis) {
        return new Publication(
                revision, fingerprint, eventsRevision, revision, eventsMillis, nowMillis, changed, closed);
    }
}
