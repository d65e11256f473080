package io.crowdlake.counting.window;

import static io.crowdlake.counting.Faces.MODEL;
import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.visit;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Zone;
import io.crowdlake.contracts.ZoneCount;
import io.crowdlake.contracts.ZoneStay;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.counting.place.ZoneSight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceCountsTest {

    private static final Instant START = at(0);
    private static final Instant END = at(60);
    private static final WindowGrid GRID = new WindowGrid(Duration.ofMinutes(1), Duration.ZERO);
    private static final WindowAggregate EMPTY = WindowAggregate.empty(START, END);
    private static final WindowAggregate WATCHED = EMPTY.plus(FrameCounts.ofFrame(new FrameSight(at(1), 0, MODEL)));
    private static final CameraLayout LAYOUT =
            new CameraLayout(List.of(line("door"), line("back door")), List.of(zone("till"), zone("shelf")));

    private static CountingLine line(String name) {
        return new CountingLine(name, new Point(0, 0.5), new Point(1, 0.5), Heading.DOWN);
    }

    private static Zone zone(String name) {
        return new Zone(name, List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1)));
    }

    private static VisitCounts crossed(double seconds, String line, CrossingDirection direction) {
        return moved(new Movement(List.of(new LineCrossing(line, direction, at(seconds))), null, null));
    }

    private static VisitCounts in(String zone, boolean entered, Instant before) {
        return moved(new Movement(null, List.of(new ZoneSight(zone, entered, before)), null));
    }

    private static VisitCounts moved(Movement movement) {
        return VisitCounts.ofMovement(movement, START, GRID).getOrDefault(START, VisitCounts.EMPTY);
    }

    private static CrowdDemographics show(WindowAggregate window, CameraLayout layout) {
        return window.toDemographics("camera-1", layout, 1, false, at(0));
    }

    @Test
    void everyLineAndZoneOfTheLayoutIsShownInItsOrderAlsoWhereNobodyWas() {
        CrowdDemographics nobody = show(WATCHED, LAYOUT);

        assertThat(nobody.lines()).containsExactly(new LineCount("door", 0, 0), new LineCount("back door", 0, 0));
        assertThat(nobody.zones())
                .containsExactly(
                        new ZoneCount("till", 0, 0, 0, 0, null, null, null),
                        new ZoneCount("shelf", 0, 0, 0, 0, null, null, null));
    }

    @Test
    void whatWasCountedUnderANameThatIsNotDrawnAnyMoreIsNotLost() {
        CrowdDemographics before = show(
                EMPTY.plus(crossed(1, "gate", CrossingDirection.OUT))
                        .plus(in("yard", true, null))
                        .plus(FrameCounts.ofFrame(new FrameSight(at(1), 1, MODEL, Map.of("yard", 1L)))),
                LAYOUT);

        assertThat(before.lines()).extracting(LineCount::line).containsExactly("door", "back door", "gate");
        assertThat(before.zones()).extracting(ZoneCount::zone).containsExactly("till", "shelf", "yard");
        assertThat(before.zones().get(2).peakOccupancy()).isEqualTo(1);
    }

    @Test
    void crossingsCountByLineAndDirection() {
        WindowAggregate window = WATCHED.plus(crossed(1, "door", CrossingDirection.IN))
                .plus(crossed(2, "door", CrossingDirection.IN))
                .plus(crossed(3, "door", CrossingDirection.OUT))
                .plus(crossed(4, "back door", CrossingDirection.OUT));

        assertThat(show(window, LAYOUT).lines())
                .containsExactly(new LineCount("door", 2, 1), new LineCount("back door", 0, 1));
    }

    @Test
    void aVisitorOfAZoneCountsOncePerWindowHoweverOftenTheyComeBack() {
        WindowAggregate window = WATCHED.plus(in("till", true, null))
                .plus(in("till", false, at(1)))
                .plus(in("till", true, at(2)))
                .plus(in("till", false, at(-0.001)))
                .plus(in("till", true, at(-5)));

        ZoneCount till = show(window, LAYOUT).zones().get(0);
        assertThat(till.visitors())
                .as("the new one, and two from the window before")
                .isEqualTo(3);
        assertThat(till.entries()).isEqualTo(3);
    }

    @Test
    void dwellIsOfTheStaysThatEnded() {
        Movement left = new Movement(
                null, null, List.of(new ZoneStay("till", at(-20), at(10)), new ZoneStay("till", at(5), at(15))));

        ZoneCount till = show(WATCHED.plus(moved(left)), LAYOUT).zones().get(0);
        assertThat(till.dwellMeanSeconds()).isEqualTo(20);
        assertThat(till.dwellMedianSeconds()).isCloseTo(10, within(10 * DwellHistogram.RELATIVE_ERROR));
        assertThat(till.dwellP90Seconds()).isCloseTo(30, within(30 * DwellHistogram.RELATIVE_ERROR));
    }

    @Test
    void whatAVisitWasAboutAtItsEndCountsInTheWindowOfTheEnd() {
        Movement end = new Movement(
                List.of(new LineCrossing("door", CrossingDirection.OUT, at(65))),
                null,
                List.of(new ZoneStay("till", at(50), at(65))));
        VisitUpdate closed = new VisitUpdate(visit("a", 40, 65, woman(30)), true, end);
        VisitUpdate open = new VisitUpdate(closed.visit(), false, end);
        WindowAggregate next = WindowAggregate.empty(END, at(120));

        assertThat(show(next.plus(closed), LAYOUT).lines().get(0)).isEqualTo(new LineCount("door", 0, 1));
        assertThat(show(next.plus(closed), LAYOUT).zones().get(0).dwellMeanSeconds())
                .isEqualTo(15);
        assertThat(show(EMPTY.plus(closed), LAYOUT).lines().get(0)).isEqualTo(new LineCount("door", 0, 0));
        assertThat(show(next.plus(open), LAYOUT).lines().get(0))
                .as("while it goes on this was added with the frame")
                .isEqualTo(new LineCount("door", 0, 0));
    }

    @Test
    void aCrossingCountsInTheWindowOfItsTimeAndAStayInThatOfTheSight() {
        Movement late = new Movement(
                List.of(new LineCrossing("door", CrossingDirection.IN, at(59.5))),
                null,
                List.of(new ZoneStay("till", at(50), at(60.5))));

        Map<Instant, VisitCounts> counts = VisitCounts.ofMovement(late, at(60.5), GRID);

        assertThat(counts).containsOnlyKeys(START, END);
        CrowdDemographics before = show(WATCHED.plus(counts.get(START)), LAYOUT);
        CrowdDemographics after = show(
                WindowAggregate.empty(END, at(120))
                        .plus(FrameCounts.ofFrame(new FrameSight(at(60.5), 0, MODEL)))
                        .plus(counts.get(END)),
                LAYOUT);
        assertThat(before.lines().get(0)).isEqualTo(new LineCount("door", 1, 0));
        assertThat(before.zones().get(0).dwellMeanSeconds()).isNull();
        assertThat(after.lines().get(0)).isEqualTo(new LineCount("door", 0, 0));
        assertThat(after.zones().get(0).dwellMeanSeconds()).isEqualTo(10.5);
    }

    @Test
    void aCrossingThatIsOnlyCertainAtTheEndOfTheVisitCountsInTheWindowOfItsTime() {
        Movement end = new Movement(List.of(new LineCrossing("door", CrossingDirection.OUT, at(58))), null, List.of());
        VisitUpdate closed = new VisitUpdate(visit("a", 40, 65, woman(30)), true, end);

        assertThat(show(EMPTY.plus(closed), LAYOUT).lines().get(0)).isEqualTo(new LineCount("door", 0, 1));
        assertThat(show(WindowAggregate.empty(END, at(120)).plus(closed), LAYOUT)
                        .lines()
                        .get(0))
                .isEqualTo(new LineCount("door", 0, 0));
    }

    @Test
    void staffCountAtLinesAndInZonesAsInTheOccupancy() {
        Movement end = new Movement(
                List.of(new LineCrossing("door", CrossingDirection.OUT, at(30))),
                null,
                List.of(new ZoneStay("till", at(20), at(30))));
        VisitUpdate visit = new VisitUpdate(visit("a", 10, 30, woman(30)), true, end);
        WindowAggregate during = EMPTY.plus(crossed(12, "door", CrossingDirection.IN));
        WindowAggregate staff = during.plus(visit.recognizedAs(Recognition.STAFF, null));

        assertThat(show(staff, LAYOUT).lines().get(0)).isEqualTo(new LineCount("door", 1, 1));
        assertThat(show(staff, LAYOUT).zones().get(0).dwellMeanSeconds()).isEqualTo(10);
        assertThat(staff.visits().visitors()
                        + staff.visits().entries()
                        + staff.visits().exits())
                .isZero();
        assertThat(during.plus(visit)
                        .visits()
                        .minus(VisitCounts.of(visit.withoutPlaces(), START, END))
                        .places())
                .as("whoever turns out to be staff later is there no less")
                .isEqualTo(staff.visits().places());
    }

    @Test
    void occupancyOfAZoneIsWeightedByTime() {
        Watch watch = new Watch(GRID, Duration.ofSeconds(15));
        FrameSight one = new FrameSight(at(10), 2, MODEL, Map.of("till", 1L));
        FrameSight two = new FrameSight(at(12), 5, MODEL, Map.of("till", 3L, "shelf", 1L));
        FrameSight none = new FrameSight(at(22), 4, MODEL);

        WindowAggregate window = EMPTY.plus(FrameCounts.ofFrame(one))
                .plus(watch.between(one, two).get(START))
                .plus(FrameCounts.ofFrame(two))
                .plus(watch.between(two, none).get(START))
                .plus(FrameCounts.ofFrame(none));

        List<ZoneCount> zones = show(window, LAYOUT).zones();
        assertThat(zones).extracting(ZoneCount::peakOccupancy).containsExactly(3L, 1L);
        assertThat(zones.get(0).meanOccupancy())
                .as("2 s at 2 on average, 10 s at 1.5")
                .isCloseTo((2 * 2 + 10 * 1.5) / 12, within(1e-9));
        assertThat(zones.get(1).meanOccupancy()).isCloseTo((2 * 0.5 + 10 * 0.5) / 12, within(1e-9));
    }
}
