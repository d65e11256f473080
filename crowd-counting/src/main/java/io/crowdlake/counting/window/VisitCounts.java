package io.crowdlake.counting.window;

import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import java.time.Instant;
import java.util.List;

/**
 * What a window's visits add up to. Its size does not grow with the crowd: at most 24 + 27 cells and the bins of a {@link DwellHistogram}.
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
        String modelVersion) {

    /** No visits. */
    public static final VisitCounts EMPTY =
            new VisitCounts(0, 0, 0, 0, 0, DwellHistogram.EMPTY, List.of(), List.of(), null);

    public VisitCounts {
        dwell = dwell == null ? DwellHistogram.EMPTY : dwell;
        ageGender = ageGender == null ? List.of() : List.copyOf(ageGender);
        emotionGender = emotionGender == null ? List.of() : List.copyOf(emotionGender);
    }

    /**
     * What one visit that overlaps the window {@code [start, end)} adds to it.
     *
     * @param ended whether the visit is over; otherwise it has no exit and no length yet
     */
    public static VisitCounts of(Visit visit, boolean ended, Instant start, Instant end) {
        boolean entered =
                !visit.firstSeen().isBefore(start) && visit.firstSeen().isBefore(end);
        boolean left =
                ended && !visit.lastSeen().isBefore(start) && visit.lastSeen().isBefore(end);
        FaceAttributes seen = visit.attributes();
        return new VisitCounts(
                1,
                entered ? 1 : 0,
                left ? 1 : 0,
                visit.recognition() == Recognition.NEW ? 1 : 0,
                visit.recognition() == Recognition.RETURNING ? 1 : 0,
                left ? DwellHistogram.EMPTY.plus(visit.dwell()) : DwellHistogram.EMPTY,
                List.of(new AgeGenderCount(seen.ageBand(), seen.gender(), 1)),
                List.of(new EmotionGenderCount(seen.emotion(), seen.gender(), 1)),
                visit.modelVersion());
    }

    /**
     * What the news of a visit adds to the window {@code [start, end)} that it overlaps. Somebody whose earlier visit has been counted there is
     * no further visitor, but comes and goes once more; staff add nothing.
     */
    public static VisitCounts of(VisitUpdate update, Instant start, Instant end) {
        if (update.visit().recognition() == Recognition.STAFF) {
            return EMPTY;
        }
        VisitCounts one = of(update.visit(), update.closed(), start, end);
        boolean counted = update.seenBefore() != null && !update.seenBefore().isBefore(start);
        return counted
                ? new VisitCounts(0, one.entries, one.exits, 0, 0, one.dwell, List.of(), List.of(), one.modelVersion)
                : one;
    }

    /** Without the visits of the other, which were merged into these; the bundle's name stays. */
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
                modelVersion);
    }

    /** The visits of both. */
    public VisitCounts merge(VisitCounts other) {
        return new VisitCounts(
                visitors + other.visitors,
                entries + other.entries,
                exits + other.exits,
                newVisitors + other.newVisitors,
                returningVisitors + other.returningVisitors,
                dwell.merge(other.dwell),
                Cells.mergeAges(ageGender, other.ageGender),
                Cells.mergeEmotions(emotionGender, other.emotionGender),
                later(modelVersion, other.modelVersion));
    }

    private static String later(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
