package io.crowdlake.counting.window;

import static io.crowdlake.counting.Faces.MODEL;
import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.man;
import static io.crowdlake.counting.Faces.visit;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.ZoneStay;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.counting.place.ZoneSight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WindowAggregateTest {

    private static final WindowGrid GRID = new WindowGrid(Duration.ofMinutes(1), Duration.ZERO);
    private static final Instant START = at(0);
    private static final Instant END = at(60);
    private static final WindowAggregate EMPTY = WindowAggregate.empty(START, END);
    private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "c");

    @Test
    void aVisitCountsInEveryWindowItTouchesButEntersAndLeavesOnce() {
        Visit across = visit("a", -5, 65, woman(30));

        CrowdDemographics during = show(EMPTY.plus(new VisitUpdate(across, true)));
        CrowdDemographics before = show(WindowAggregate.empty(at(-60), START).plus(new VisitUpdate(across, true)));
        CrowdDemographics after = show(WindowAggregate.empty(END, at(120)).plus(new VisitUpdate(across, true)));

        assertThat(List.of(before.visitors(), during.visitors(), after.visitors()))
                .containsOnly(1L);
        assertThat(List.of(before.entries(), during.entries(), after.entries())).containsExactly(1L, 0L, 0L);
        assertThat(List.of(before.exits(), during.exits(), after.exits())).containsExactly(0L, 0L, 1L);
        assertThat(after.dwellMeanSeconds()).as("the whole visit").isEqualTo(70);
        assertThat(during.dwellMeanSeconds()).isNull();
    }

    @Test
    void theStartIsInsideAndTheEndOutside() {
        assertThat(EMPTY.overlaps(visit("a", -9, 0, woman(30)))).isTrue();
        assertThat(EMPTY.overlaps(visit("a", -9, -0.001, woman(30)))).isFalse();
        assertThat(EMPTY.overlaps(visit("a", 59.999, 70, woman(30)))).isTrue();
        assertThat(EMPTY.overlaps(visit("a", 60, 70, woman(30)))).isFalse();
        assertThat(EMPTY.plus(new VisitUpdate(visit("a", 60, 70, woman(30)), true)))
                .isEqualTo(EMPTY);
    }

    @Test
    void openVisitsCountByTheirVoteButHaveNoExit() {
        CrowdDemographics live = show(EMPTY.plus(new VisitUpdate(visit("a", 1, 20, man(45)), true))
                .plusAll(List.of(new VisitUpdate(visit("b", 10, 30, woman(25)), false))));

        assertThat(live.visitors()).isEqualTo(2);
        assertThat(live.entries()).isEqualTo(2);
        assertThat(live.exits()).isEqualTo(1);
        assertThat(live.dwellMedianSeconds()).isCloseTo(19, within(19 * DwellHistogram.RELATIVE_ERROR));
        assertThat(live.ageGender())
                .containsExactly(
                        new AgeGenderCount(AgeBand.AGE_20_29, Gender.FEMALE, 1),
                        new AgeGenderCount(AgeBand.AGE_40_49, Gender.MALE, 1));
        assertThat(live.emotionGender())
                .containsExactly(
                        new EmotionGenderCount(Emotion.NEUTRAL, Gender.FEMALE, 1),
                        new EmotionGenderCount(Emotion.NEUTRAL, Gender.MALE, 1));
        assertThat(live.modelVersion()).as("no frame, but visits").isEqualTo(MODEL);
    }

    @Test
    void meanOccupancyIsWeightedByTimeWhileTheCameraWatched() {
        Watch watch = new Watch(GRID, Duration.ofSeconds(15));
        FrameSight one = new FrameSight(at(10), 1, MODEL);
        FrameSight three = new FrameSight(at(12), 3, MODEL);
        FrameSight none = new FrameSight(at(22), 0, MODEL);
        FrameSight afterABreak = new FrameSight(at(50), 5, MODEL);

        WindowAggregate window = EMPTY.plus(FrameCounts.ofFrame(one))
                .plus(watch.between(one, three).get(START))
                .plus(FrameCounts.ofFrame(three))
                .plus(watch.between(three, none).get(START))
                .plus(FrameCounts.ofFrame(none))
                .plus(FrameCounts.ofFrame(afterABreak));

        assertThat(watch.between(none, afterABreak))
                .as("28 s: the camera was off")
                .isEmpty();
        CrowdDemographics shown = show(window);
        assertThat(shown.meanOccupancy())
                .as("2 s at 2 on average, 10 s at 1.5")
                .isCloseTo((2 * 2 + 10 * 1.5) / 12, within(1e-9));
        assertThat(shown.peakOccupancy()).isEqualTo(5);
        assertThat(shown.frames()).isEqualTo(4);
    }

    @Test
    void anIntervalIsSharedOutToTheWindowsItCrosses() {
        Watch watch = new Watch(new WindowGrid(Duration.ofSeconds(4), Duration.ZERO), Duration.ofSeconds(15));

        assertThat(watch.between(new FrameSight(at(3), 1, MODEL), new FrameSight(at(10), 1, MODEL)))
                .extractingFromEntries(entry -> entry.getValue().watchedMicros())
                .containsExactly(1_000_000L, 4_000_000L, 2_000_000L);
    }

    @Test
    void anUnwatchedWindowOfSingleFramesTakesTheirMean() {
        assertThat(show(EMPTY.plus(FrameCounts.ofFrame(new FrameSight(at(1), 3, MODEL)))
                                .plus(FrameCounts.ofFrame(new FrameSight(at(50), 0, MODEL))))
                        .meanOccupancy())
                .isEqualTo(1.5);
    }

    @Property(tries = 300)
    void mergingIsAssociativeAndCommutative(
            @ForAll("windows") WindowAggregate a,
            @ForAll("windows") WindowAggregate b,
            @ForAll("windows") WindowAggregate c) {
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
        assertThat(a.merge(b)).isEqualTo(b.merge(a));
        assertThat(a.merge(EMPTY)).isEqualTo(a);
    }

    @Test
    void differentWindowsDoNotMerge() {
        assertThatThrownBy(() -> EMPTY.merge(WindowAggregate.empty(END, at(120))))
                .hasMessageContaining("must be the same");
    }

    @Property(tries = 300)
    void openVisitsAddUpAsIfTheyCameOneAfterTheOther(
            @ForAll("windows") WindowAggregate window, @ForAll("updates") List<VisitUpdate> open) {
        WindowAggregate oneByOne = window;
        for (VisitUpdate update : open) {
            oneByOne = oneByOne.plus(update);
        }
        assertThat(window.plusAll(open)).isEqualTo(oneByOne);
    }

    @Provide
    Arbitrary<List<VisitUpdate>> updates() {
        return Combinators.combine(visits(), Arbitraries.of(true, false))
                .as(VisitUpdate::new)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Visit> visits() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-30, 75),
                        Arbitraries.doubles().between(5, 100),
                        Arbitraries.doubles().between(1, 80),
                        Arbitraries.of(true, false))
                .as((from, dwell, age, isMan) -> visit("v", from, from + dwell, isMan ? man(age) : woman(age)));
    }

    @Provide
    Arbitrary<WindowAggregate> windows() {
        Arbitrary<FrameSight> frames = Combinators.combine(
                        Arbitraries.doubles().between(0, 59),
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.of("model 1", "model 2"),
                        Arbitraries.maps(NAMES, Arbitraries.longs().between(1, 9)))
                .as((time, occupancy, model, zones) -> new FrameSight(at(time), occupancy, model, zones));
        return Combinators.combine(
                        visits().list().ofMaxSize(8),
                        frames.list().ofMaxSize(8),
                        movements().list().ofMaxSize(8))
                .as((someVisits, someFrames, someMovements) -> {
                    WindowAggregate window = EMPTY;
                    for (Visit visit : someVisits) {
                        window = window.plus(
                                new VisitUpdate(visit, visit.lastSeen().isBefore(END)));
                    }
                    for (FrameSight frame : someFrames) {
                        window = window.plus(FrameCounts.ofFrame(frame));
                    }
                    for (Movement movement : someMovements) {
                        for (VisitCounts moved :
                                VisitCounts.ofMovement(movement, START, GRID).values()) {
                            window = window.plus(moved);
                        }
                    }
                    return window;
                });
    }

    @Test
    void whoHasBeenCountedInTheWindowIsNoFurtherVisitor() {
        Visit again = visit("b", 40, 50, woman(30)).withRecognition(Recognition.REENTRY);
        WindowAggregate first =
                EMPTY.plus(new VisitUpdate(visit("a", 10, 20, woman(30)).withRecognition(Recognition.NEW), true));

        CrowdDemographics window = show(first.plus(new VisitUpdate(again, true, null, 0, null, at(20))));
        assertThat(window.visitors()).isEqualTo(1);
        assertThat(window.newVisitors()).isEqualTo(1);
        assertThat(window.entries()).isEqualTo(2);
        assertThat(window.exits()).isEqualTo(2);
        assertThat(window.dwellMeanSeconds()).isEqualTo(10);
        assertThat(window.ageGender()).containsExactly(new AgeGenderCount(AgeBand.AGE_30_39, Gender.FEMALE, 1));

        assertThat(show(first.plus(new VisitUpdate(again, true, null, 0, null, at(-1))))
                        .visitors())
                .as("counted in an earlier window, not in this one")
                .isEqualTo(2);
    }

    @Test
    void staffAreNoVisitors() {
        Visit staff = visit("a", 10, 20, woman(30)).withRecognition(Recognition.STAFF);

        assertThat(show(EMPTY.plus(new VisitUpdate(staff, true)))).satisfies(window -> {
            assertThat(window.visitors() + window.entries() + window.exits()).isZero();
            assertThat(window.dwellMeanSeconds()).isNull();
            assertThat(window.ageGender()).isEmpty();
            assertThat(window.emotionGender()).isEmpty();
        });
    }

    @Test
    void aWindowFromWhichAVisitIsTakenIsTheOneBeforeIt() {
        WindowAggregate before = EMPTY.plus(new VisitUpdate(visit("a", -5, 20, man(45)), true));
        VisitUpdate later = new VisitUpdate(visit("b", 10, 70, woman(25)), true);

        assertThat(before.plus(later).visits().minus(VisitCounts.of(later, START, END)))
                .isEqualTo(before.visits());
        assertThat(before.visits().minus(before.visits()).dwell()).isEqualTo(DwellHistogram.EMPTY);
    }

    private static Arbitrary<Movement> movements() {
        Arbitrary<LineCrossing> crossings = Combinators.combine(NAMES, Arbitraries.of(CrossingDirection.class))
                .as((name, direction) -> new LineCrossing(name, direction, at(1)));
        Arbitrary<ZoneSight> sights = Combinators.combine(
                        NAMES,
                        Arbitraries.of(true, false),
                        Arbitraries.of(at(-1), at(1)).injectNull(0.3))
                .as(ZoneSight::new);
        Arbitrary<ZoneStay> stays = Combinators.combine(
                        NAMES, Arbitraries.doubles().between(0, 1000))
                .as((name, seconds) -> new ZoneStay(name, at(0), at(seconds)));
        return Combinators.combine(
                        crossings.list().ofMaxSize(3),
                        sights.list().ofMaxSize(3),
                        stays.list().ofMaxSize(3))
                .as(Movement::new);
    }

    private static CrowdDemographics show(WindowAggregate window) {
        return window.toDemographics("camera-1", CameraLayout.NONE, 1, false, at(0));
    }
}
