package io.crowdlake.counting.window;

import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Movement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a window's visits add up to. Its size does not grow with the crowd: at most 24 + 27 cells and the bins of a {@link DwellHistogram}, one more
 * of which for each zone.
 *
 * @param visitors visits that overlap the window
 * @param entries visits that began in it
 * @param exits visits that ended in it
 * @param newVisitors of the visitors, those recognised as new
 * @param returningVisitors of the visitors, those recognised as seen before
 * @param dwell lengths of the visits that ended in it
 * @param ageGender visitors by age band and gender; only cells that are not zero
 * @param emotionGender visitors by emotion and gender; only cells that are not zero
 * @param modelVersion the last by name of the bundles that saw them; null without any
 * @param places what people did at lines and zones, staff among them
 */
public record VisitCounts(
        long visitors,
        long entries,
        long exits,
        long newVisitors,
        long returningVisitors,
        DwellHistogram dwell,
        List<AgeGenderCount> ageGender,
        List<EmotionGenderCount> emotionGender,
        String modelVersion,
        PlaceCounts places) {

    /** No visits. */
    public static final VisitCounts EMPTY = ofPlaces(null, PlaceCounts.EMPTY);

    public VisitCounts {
        dwell = dwell == null ? DwellHistogram.EMPTY : dwell;
        ageGender = ageGender == null ? List.of() : List.copyOf(ageGender);
        emotionGender = emotionGender == null ? List.of() : List.copyOf(emotionGender);
        places = places == null ? PlaceCounts.EMPTY : places;
    }

    /**
     * What a visit that goes on adds at once, by the start of the window: what one sight of the person brought of zones to the window of that sight, and
     * each crossing to the one in which it happened, which may be the one before.
     *
     * @param time event time of the sight
     */
    public static Map<Instant, VisitCounts> ofMovement(Movement movement, Instant time, WindowGrid grid) {
        Map<Instant, VisitCounts> byStart = new TreeMap<>();
        Instant now = grid.startOf(time);
        add(byStart, now, PlaceCounts.ofZones(movement, now));
        for (LineCrossing crossing : movement.crossings()) {
            add(byStart, grid.startOf(crossing.crossedAt()), PlaceCounts.ofLines(List.of(crossing)));
        }
        return byStart;
    }

    private static void add(Map<Instant, VisitCounts> byStart, Instant start, PlaceCounts places) {
        if (!places.isEmpty()) {
            byStart.merge(start, ofPlaces(null, places), VisitCounts::merge);
        }
    }

    private static VisitCounts ofPlaces(String modelVersion, PlaceCounts places) {
        return new VisitCounts(0, 0, 0, 0, 0, DwellHistogram.EMPTY, List.of(), List.of(), modelVersion, places);
    }

    /** Whether there is nothing to add. */
    public boolean isEmpty() {
        return visitors == 0 && entries == 0 && exits == 0 && places.isEmpty();
    }

    /**
     * What the news of a visit adds to the window {@code [start, end)} that it overlaps. While it is not closed it has no exit and no length yet,
     * and its movement has been added already. Somebody whose earlier visit has been counted there is no further visitor, but comes and goes
     * once more. Staff add nothing but what they did at lines and zones: like the occupancy that is of whoever is in view, and most of it is
     * added before the end of the visit tells who is staff.
     */
    public static VisitCounts of(VisitUpdate update, Instant start, Instant end) {
        Visit visit = update.visit();
        boolean left = update.closed() && within(visit.lastSeen(), start, end);
        PlaceCounts places = update.closed() ? placesAtTheEnd(update.movement(), left, start, end) : PlaceCounts.EMPTY;
        if (visit.recognition() == Recognition.STAFF) {
            return ofPlaces(visit.modelVersion(), places);
        }
        FaceAttributes seen = visit.attributes();
        boolean counted = update.seenBefore() != null && !update.seenBefore().isBefore(start);
        return new VisitCounts(
                counted ? 0 : 1,
                within(visit.firstSeen(), start, end) ? 1 : 0,
                left ? 1 : 0,
                !counted && visit.recognition() == Recognition.NEW ? 1 : 0,
                !counted && visit.recognition() == Recognition.RETURNING ? 1 : 0,
                left ? DwellHistogram.EMPTY.plus(visit.dwell()) : DwellHistogram.EMPTY,
                counted ? List.of() : List.of(new AgeGenderCount(seen.ageBand(), seen.gender(), 1)),
                counted ? List.of() : List.of(new EmotionGenderCount(seen.emotion(), seen.gender(), 1)),
                visit.modelVersion(),
                places);
    }

    /**
     * Without the visits of the other, which were merged into these and turned out to be those of staff. What was done at lines and zones
     * stays, and so does the bundle's name.
     */
    public VisitCounts minus(VisitCounts other) {
        return new VisitCounts(
                visitors - other.visitors,
                entries - other.entries,
                exits - other.exits,
                newVisitors - other.newVisitors,
                returningVisitors - other.returningVisitors,
                dwell.minus(other.dwell),
                Cells.subtractAges(ageGender, other.ageGender),
                Cells.subtractEmotions(emotionGender, other.emotionGender),
                modelVersion,
                places);
    }

    /** The visits of both. */
    public VisitCounts merge(VisitCounts other) {
        return sum(List.of(this, other));
    }

    /** The visits of all. */
    static VisitCounts sum(List<VisitCounts> all) {
        long visitors = 0;
        long entries = 0;
        long exits = 0;
        long newVisitors = 0;
        long returningVisitors = 0;
        DwellHistogram dwell = DwellHistogram.EMPTY;
        String modelVersion = null;
        PlaceCounts places = PlaceCounts.EMPTY;
        for (VisitCounts one : all) {
            visitors += one.visitors;
            entries += one.entries;
            exits += one.exits;
            newVisitors += one.newVisitors;
            returningVisitors += one.returningVisitors;
            dwell = dwell.merge(one.dwell);
            modelVersion = later(modelVersion, one.modelVersion);
            places = places.merge(one.places);
        }
        return new VisitCounts(
                visitors,
                entries,
                exits,
                newVisitors,
                returningVisitors,
                dwell,
                Cells.sumOfAges(all, VisitCounts::ageGender),
                Cells.sumOfEmotions(all, VisitCounts::emotionGender),
                modelVersion,
                places);
    }

    private static PlaceCounts placesAtTheEnd(Movement movement, boolean left, Instant start, Instant end) {
        PlaceCounts lines = PlaceCounts.ofLines(movement.crossings().stream()
                .filter(crossing -> within(crossing.crossedAt(), start, end))
                .toList());
        return left ? lines.merge(PlaceCounts.ofZones(movement, start)) : lines;
    }

    private static boolean within(Instant time, Instant start, Instant end) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    private static String later(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
