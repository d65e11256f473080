package io.crowdlake.counting;

import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.counting.visit.Look;
import java.time.Instant;
import java.util.Objects;

/**
 * What one step of the tracker says of one visit.
 *
 * @param visit all that is known of it now; it replaces what was said before
 * @param closed whether the visit has ended. Within a frame this is final; where the camera merely fell silent the visit counts as ended
 *     until a later update says otherwise
 * @param movement what the step, or the end of the visit, brought to light of lines and zones
 * @param announcedFrames in how many frames the person had been seen when the visit last counted as ended; 0 when it never did
 * @param look what the person looks like, from tracking to recognition, of closed visits only; null anywhere else and where recognition is
 *     off
 * @param seenBefore event time when an earlier visit of the same person at the same camera ended: in the windows from before that, they have
 *     been counted; null where none is known
 */
public record VisitUpdate(
        Visit visit, boolean closed, Movement movement, int announcedFrames, Look look, Instant seenBefore) {

    public VisitUpdate {
        Objects.requireNonNull(visit, "visit is null");
        movement = movement == null ? Movement.NONE : movement;
    }

    /** Of somebody about whom nothing else is known. */
    public VisitUpdate(Visit visit, boolean closed) {
        this(visit, closed, Movement.NONE);
    }

    /** Of somebody of whom it is not known whether they were there before. */
    public VisitUpdate(Visit visit, boolean closed, Movement movement) {
        this(visit, closed, movement, 0, null, null);
    }

    /** The same without a look: nobody is to be recognised by it, or could be. */
    public VisitUpdate unrecognized() {
        return new VisitUpdate(visit, closed, movement, announcedFrames, null, seenBefore);
    }

    /** The same of somebody recognised, without the look, which has done its work. */
    public VisitUpdate recognizedAs(Recognition recognition, Instant earlierVisit) {
        return new VisitUpdate(
                visit.withRecognition(recognition), closed, movement, announcedFrames, null, earlierVisit);
    }

    /** The same without what the person did at lines and zones. */
    public VisitUpdate withoutPlaces() {
        return new VisitUpdate(visit.withoutPlaces(), closed, Movement.NONE, announcedFrames, look, seenBefore);
    }

    /** Whether the visit has ended, and its row is not written yet. */
    public boolean isNews() {
        return closed && visit.frames() > announcedFrames;
    }
}
