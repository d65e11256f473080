package io.crowdlake.job.aggregate;

import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.VisitCounts;

/**
 * A window that is open or has something to publish.
 *
 * @param publication what has been said of it
 * @param frames sums over its frames
 * @param visits sums over its ended visits; null while they still lie apart, as those of archived windows do, and those of all in savepoints of
 *     before version {@value CrowdProgressSerializer#WITH_VISITS}
 */
public record ActiveWindow(Publication publication, FrameCounts frames, VisitCounts visits) {

    /** A window in which nothing has been seen yet. */
    static ActiveWindow begun(long nowMillis) {
        return new ActiveWindow(Publication.begun(nowMillis), FrameCounts.EMPTY, VisitCounts.EMPTY);
    }

    ActiveWindow with(Publication changed) {
        return new ActiveWindow(changed, frames, visits);
    }

    ActiveWindow with(FrameCounts changed) {
        return new ActiveWindow(publication, changed, visits);
    }

    ActiveWindow with(VisitCounts changed) {
        return new ActiveWindow(publication, frames, changed);
    }

    /** The same, of which something may have changed since it was published. */
    ActiveWindow touched() {
        return publication.changed() ? this : with(publication.touched());
    }
}
