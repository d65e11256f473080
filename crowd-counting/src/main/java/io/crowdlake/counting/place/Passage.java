package io.crowdlake.counting.place;

import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.Point;
import java.time.Duration;
import java.time.Instant;

/**
 * A way over a line that has not counted yet. It counts with the first sight clear of the line. Where the person was out of sight on the way, it may
 * be somebody else who shows up on the other side, often in one frame alone: then it takes a second sight clear of the line, or the end of the
 * visit, and counts as of the first.
 *
 * @param sum inwards less outwards; 0 where there is nothing to count
 * @param unseen whether the person was out of sight on the way
 * @param clearSince event time of the first sight clear of the line; null while they are on it
 */
public record Passage(int sum, boolean unseen, Instant clearSince) {

    /** Nothing to count. */
    static final Passage NONE = new Passage(0, false, null);

    /** Who was out of sight for longer may be taken for somebody else. */
    private static final Duration OUT_OF_SIGHT = Duration.ofMillis(1200);

    /**
     * After one more sight.
     *
     * @param before place of the sight before
     * @param beforeAt its event time; null where it is not known
     */
    Passage seen(CountingLine line, Point before, Instant beforeAt, Sight sight) {
        int over = line.crossing(before, sight.place());
        if (sum + over == 0) {
            return NONE;
        }
        boolean gap =
                beforeAt != null && Duration.between(beforeAt, sight.time()).compareTo(OUT_OF_SIGHT) > 0;
        Instant since = clearSince == null || over != 0 ? sight.time() : clearSince;
        return new Passage(sum + over, unseen || over != 0 && gap, sight.clearOf(line) ? since : null);
    }

    /** Whether it counts as of the sight at that time. */
    boolean counts(Instant time) {
        return clearSince != null && (!unseen || time.isAfter(clearSince));
    }
}
