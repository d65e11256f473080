package io.crowdlake.counting;

import io.crowdlake.contracts.Visit;
import java.util.Objects;

/**
 * What one step of the tracker says of one visit.
 *
 * @param visit all that is known of it now; it replaces what was said before
 * @param closed whether the visit has ended. Within a frame this is final; where the camera merely fell silent the visit counts as ended
 *     until a later update says otherwise
 */
public record VisitUpdate(Visit visit, boolean closed) {

    public VisitUpdate {
        Objects.requireNonNull(visit, "visit is null");
    }
}
