package io.crowdlake.counting.recognize;

import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of one person at a site, but for the look: when they were before which camera. Nothing names them.
 *
 * @param staff whether they were seen too long or too often for a visitor
 * @param visits that have ended, as they were told but for lines and zones, oldest first; the newest {@value #MOST_VISITS} of them
 */
public record Person(boolean staff, List<VisitUpdate> visits) {

    /** More are not kept of one person. */
    public static final int MOST_VISITS = 200;

    /** By how much the clocks of two cameras may differ: that long somebody may seem to be before both. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    /** Nobody yet. */
    public static final Person NOBODY = new Person(false, List.of());

    public Person {
        visits = visits == null ? List.of() : List.copyOf(visits);
    }

    /** Whether the visit can be theirs: nobody is at two places at once. */
    public boolean canHaveMade(Visit visit) {
        return visits.stream().map(VisitUpdate::visit).noneMatch(other -> {
            Duration tolerance = other.deviceId().equals(visit.deviceId()) ? Duration.ZERO : CLOCK_SKEW;
            return absence(other, visit).plus(tolerance).isNegative();
        });
    }

    /**
     * What the visit is to the site, given those before it: new where there are none. The absence is the time to the nearest other visit, be it
     * an earlier one or, where a camera delivers late, a later one; so each person is new once, whatever comes first.
     */
    public VisitUpdate told(VisitUpdate update, RecognitionRules rules) {
        Visit visit = update.visit();
        Recognition recognition = visits.stream()
                .map(other -> absence(other.visit(), visit))
                .min(Comparator.naturalOrder())
                .map(absence ->
                        absence.compareTo(rules.returnAfter()) < 0 ? Recognition.REENTRY : Recognition.RETURNING)
                .orElse(Recognition.NEW);
        return update.recognizedAs(staff ? Recognition.STAFF : recognition, seenBefore(visit));
    }

    /** The same visit, longer than when it was last told. */
    public VisitUpdate toldAgain(VisitUpdate update, VisitUpdate before) {
        return update.recognizedAs(staff ? Recognition.STAFF : before.visit().recognition(), before.seenBefore());
    }

    /** With a visit that has been told; one that was told before is replaced. What ended before the given time is forgotten. */
    public Person plus(VisitUpdate told, Instant since) {
        List<VisitUpdate> all = new ArrayList<>(visits);
        all.removeIf(update -> update.visit().lastSeen().isBefore(since)
                || update.visit().visitId().equals(told.visit().visitId()));
        all.add(told.withoutPlaces());
        all.sort(Comparator.<VisitUpdate, Instant>comparing(
                        update -> update.visit().firstSeen())
                .thenComparing(update -> update.visit().visitId()));
        return new Person(staff, all.subList(Math.max(0, all.size() - MOST_VISITS), all.size()));
    }

    /** Whether they are seen too long or too often for a visitor. */
    public boolean worksHere(RecognitionRules rules) {
        Duration present = visits.stream().map(update -> update.visit().dwell()).reduce(Duration.ZERO, Duration::plus);
        return staff || rules.isStaff(visits.size(), present);
    }

    /** The same, staff from now on and in all visits that are remembered. */
    public Person asStaff() {
        return new Person(
                true,
                visits.stream()
                        .map(update -> update.recognizedAs(Recognition.STAFF, update.seenBefore()))
                        .toList());
    }

    /** The visits that count as those of a visitor. */
    public List<VisitUpdate> counted() {
        return visits.stream()
                .filter(update -> update.visit().recognition() != Recognition.STAFF)
                .toList();
    }

    /** The visit of that name as it was told, if it is theirs. */
    public Optional<VisitUpdate> visit(String visitId) {
        return visits.stream()
                .filter(update -> update.visit().visitId().equals(visitId))
                .findFirst();
    }

    private Instant seenBefore(Visit visit) {
        return visits.stream()
                .map(VisitUpdate::visit)
                .filter(other -> other.deviceId().equals(visit.deviceId()))
                .filter(other -> other.firstSeen().isBefore(visit.firstSeen()))
                .map(Visit::lastSeen)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Time between two visits; negative where they overlap. */
    private static Duration absence(Visit one, Visit other) {
        return one.firstSeen().isBefore(other.firstSeen())
                ? Duration.between(one.lastSeen(), other.firstSeen())
                : Duration.between(other.lastSeen(), one.firstSeen());
    }
}
