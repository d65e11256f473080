package io.crowdlake.counting.window;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One camera's window: what its frames and its ended visits add up to. Visits that are still open are held once per camera, not per window, and
 * added when a revision is made.
 *
 * @param start inclusive
 * @param end exclusive
 * @param frames sums over frames
 * @param visits sums over ended visits
 */
public record WindowAggregate(Instant start, Instant end, FrameCounts frames, VisitCounts visits) {

    /** A window in which nothing has been seen. */
    public static WindowAggregate empty(Instant start, Instant end) {
        return new WindowAggregate(start, end, FrameCounts.EMPTY, VisitCounts.EMPTY);
    }

    /** With more of what frames add up to. */
    public WindowAggregate plus(FrameCounts more) {
        return new WindowAggregate(start, end, frames.merge(more), visits);
    }

    /** With more of what visits add up to. */
    public WindowAggregate plus(VisitCounts more) {
        return new WindowAggregate(start, end, frames, visits.merge(more));
    }

    /** With one more visit, which counts as {@code closed} says; unchanged when it does not overlap the window. */
    public WindowAggregate plus(VisitUpdate update) {
        if (!overlaps(update.visit())) {
            return this;
        }
        return plus(VisitCounts.of(update, start, end));
    }

    /** With further open visits, which count by what is known of them now. */
    public WindowAggregate plusAll(Iterable<VisitUpdate> open) {
        List<VisitCounts> all = new ArrayList<>();
        all.add(visits);
        for (VisitUpdate update : open) {
            if (overlaps(update.visit())) {
                all.add(VisitCounts.of(update, start, end));
            }
        }
        return new WindowAggregate(start, end, frames, VisitCounts.sum(all));
    }

    /** Both parts of the same window; throws IllegalArgumentException when they are not. */
    public WindowAggregate merge(WindowAggregate other) {
        if (!start.equals(other.start) || !end.equals(other.end)) {
            throw new IllegalArgumentException("windows " + start + " and " + other.start + " must be the same");
        }
        return new WindowAggregate(start, end, frames.merge(other.frames), visits.merge(other.visits));
    }

    /** Whether the visit was there in the window. */
    public boolean overlaps(Visit visit) {
        return visit.firstSeen().isBefore(end) && !visit.lastSeen().isBefore(start);
    }

    /**
     * The window as tables and events show it; there must be a frame or a visit in it.
     *
     * @param deviceId the camera
     * @param layout what is drawn in its picture
     * @param revision 1 for the first
     * @param isFinal whether the window has closed
     * @param now when the revision is made
     */
    public CrowdDemographics toDemographics(
            String deviceId, CameraLayout layout, long revision, boolean isFinal, Instant now) {
        PlaceReport places = new PlaceReport(layout, frames, visits.places());
        return new CrowdDemographics(
                deviceId,
                start,
                end,
                revision,
                isFinal,
                frames.frames(),
                visits.visitors(),
                visits.entries(),
                visits.exits(),
                visits.newVisitors(),
                visits.returningVisitors(),
                frames.peakOccupancy(),
                frames.meanOccupancy(),
                visits.dwell().mean(),
                visits.dwell().quantile(0.5),
                visits.dwell().quantile(0.9),
                visits.ageGender(),
                visits.emotionGender(),
                frames.modelVersion() == null ? visits.modelVersion() : frames.modelVersion(),
                now,
                places.lines(),
                places.zones());
    }
}
