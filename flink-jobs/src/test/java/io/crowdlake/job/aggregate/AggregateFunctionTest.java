package io.crowdlake.job.aggregate;

import static io.crowdlake.job.track.People.at;
import static io.crowdlake.job.track.People.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.job.track.OperatorRig;
import io.crowdlake.job.track.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregateFunctionTest {

    static final AggregateSettings SETTINGS = new AggregateSettings(
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(15));

    private OperatorRig<TrackedFrame, CrowdDemographics> rig;

    @BeforeEach
    void start() throws Exception {
        rig = rig(null);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private static OperatorRig<TrackedFrame, CrowdDemographics> rig(OperatorSubtaskState snapshot) throws Exception {
        return new OperatorRig<>(new AggregateFunction(SETTINGS), TrackedFrame::deviceId, true, at(0), snapshot);
    }

    private static VisitUpdate open(String id, double from, double to) {
        return new VisitUpdate(visit(id, from, to), false);
    }

    private static VisitUpdate closed(String id, double from, double to) {
        return new VisitUpdate(visit(id, from, to), true);
    }

    private static Visit visit(String id, double from, double to) {
        FaceAttributes unknown = FaceAttributes.UNKNOWN;
        return new Visit(id, "camera-1", at(from), at(to), 2, unknown, Recognition.UNKNOWN, People.MODEL);
    }

    private static TrackedFrame step(double seconds, VisitUpdate... visits) {
        return new TrackedFrame(frame(Math.round(seconds * 1e3), seconds), "camera-1", at(seconds), List.of(visits));
    }

    private static TrackedFrame silence(double seconds, VisitUpdate... visits) {
        return new TrackedFrame(null, "camera-1", at(seconds), List.of(visits));
    }

    private List<CrowdDemographics> events() {
        return rig.takeOutput();
    }

    private List<CrowdDemographics> lake() {
        return rig.takeSideOutput(AggregateFunction.LAKE_REVISIONS);
    }

    @Test
    void liveRevisionsKeepThePaceOfTheirOutlet() throws Exception {
        List<CrowdDemographics> events = new ArrayList<>();
        List<CrowdDemographics> lake = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            rig.turnTo(at(second));
            rig.send(step(second));
            events.addAll(events());
            lake.addAll(lake());
        }

        assertThat(events)
                .as("at once, then every 10 s")
                .extracting(CrowdDemographics::updatedAt)
                .containsExactly(at(0), at(10), at(20), at(30), at(40), at(50));
        assertThat(lake).extracting(CrowdDemographics::updatedAt).containsExactly(at(30));
        assertThat(lake.get(0)).isEqualTo(events.get(3));
        assertThat(events).extracting(CrowdDemographics::frames).containsExactly(1L, 10L, 20L, 30L, 40L, 50L);
        assertThat(events).extracting(CrowdDemographics::isFinal).containsOnly(false);
    }

    @Test
    void whatChangesOnceIsPublishedWhenItsTimeComesThoughNothingFollows() throws Exception {
        rig.send(step(0));
        rig.turnTo(at(1));
        rig.send(step(1));
        events();

        rig.turnTo(at(9));
        assertThat(events()).isEmpty();
        rig.turnTo(at(10));
        assertThat(events()).extracting(CrowdDemographics::frames).containsExactly(2L);
        rig.turnTo(at(30));
        assertThat(events()).as("nothing changed").isEmpty();
        assertThat(lake()).singleElement().satisfies(row -> assertThat(row.revision())
                .as("the topic has it already")
                .isEqualTo(2));
    }

    @Test
    void aVisitOfStaffIsTakenOutOfItsWindowsByARevision() throws Exception {
        VisitUpdate across = closed("a", 50, 70);
        rig.send(step(58));
        rig.send(step(75, across, closed("b", 52, 55)));
        rig.turnTo(at(200));
        rig.send(step(125));
        events();

        rig.send(TrackedFrame.withdrawing(across));
        rig.turnTo(at(300));

        List<CrowdDemographics> corrected = events();
        assertThat(corrected)
                .extracting(
                        CrowdDemographics::windowStart,
                        CrowdDemographics::visitors,
                        CrowdDemographics::exits,
                        CrowdDemographics::isFinal)
                .containsExactly(tuple(at(0), 1L, 1L, true), tuple(at(60), 0L, 0L, true));
        assertThat(corrected).extracting(CrowdDemographics::frames).containsExactly(1L, 1L);
    }

    @Test
    void aVisitOfStaffThatCountsAsEndedByASilenceIsTakenOutToo() throws Exception {
        rig.send(step(10, open("a", 5, 10)));
        rig.send(silence(10, closed("a", 5, 10)));
        rig.turnTo(at(100));
        assertThat(events()).last().extracting(CrowdDemographics::visitors).isEqualTo(1L);

        rig.send(TrackedFrame.withdrawing(closed("a", 5, 10)));
        rig.turnTo(at(200));

        assertThat(events()).singleElement().satisfies(window -> {
            assertThat(window.visitors()).isZero();
            assertThat(window.isFinal()).isTrue();
        });
    }

    @Test
    void whatIsWithdrawnOfAWindowThatIsGoneChangesNothing() throws Exception {
        rig.send(step(70));
        events();

        rig.send(TrackedFrame.withdrawing(closed("a", 5, 10)));
        rig.turnTo(at(300));

        assertThat(events()).extracting(CrowdDemographics::windowStart).doesNotContain(at(0));
    }

    @Test
    void aWindowClosesByTheCamerasClock() throws Exception {
        rig.send(step(58, open("a", 50, 58)));
        rig.send(step(59));
        events();
        rig.send(step(61));
        assertThat(events())
                .as("a may still be seen again; the next window begins")
                .extracting(CrowdDemographics::windowStart)
                .containsExactly(at(60));

        rig.send(step(61.5, closed("a", 50, 58)));

        assertThat(events()).singleElement().satisfies(last -> {
            assertThat(last.windowStart()).isEqualTo(at(0));
            assertThat(last.isFinal()).isTrue();
            assertThat(last.visitors()).isEqualTo(1);
            assertThat(last.exits()).isEqualTo(1);
            assertThat(last.dwellMeanSeconds()).isEqualTo(8);
        });
        assertThat(lake()).extracting(CrowdDemographics::isFinal).containsExactly(true);
    }

    @Test
    void aSilentCamerasWindowClosesByWallClock() throws Exception {
        rig.send(step(20, open("a", 18, 20)));
        rig.turnTo(at(35));
        events();
        rig.send(silence(20, closed("a", 18, 20)));
        assertThat(events())
                .as("that a has left")
                .extracting(CrowdDemographics::exits)
                .containsExactly(1L);

        rig.turnTo(at(74));
        assertThat(events()).isEmpty();
        assertThat(lake()).extracting(CrowdDemographics::isFinal).containsOnly(false);
        rig.turnTo(at(75));

        assertThat(events()).extracting(CrowdDemographics::isFinal).containsExactly(true);
        assertThat(lake()).singleElement().satisfies(row -> {
            assertThat(row.isFinal()).isTrue();
            assertThat(row.exits()).isEqualTo(1);
        });
    }

    @Test
    void aVisitThatGoesOnAfterASilenceIsCountedOnce() throws Exception {
        rig.send(step(20, open("a", 18, 20)));
        rig.send(silence(20, closed("a", 18, 20)));
        rig.turnTo(at(90));
        lake();

        rig.send(step(21, open("a", 18, 21)));
        rig.send(step(40, closed("a", 18, 21)));
        rig.end();

        assertThat(lake().stream().reduce((before, after) -> after)).hasValueSatisfying(row -> {
            assertThat(row.visitors()).isEqualTo(1);
            assertThat(row.exits()).isEqualTo(1);
            assertThat(row.dwellMeanSeconds()).isEqualTo(3);
            assertThat(row.frames()).isEqualTo(3);
        });
    }

    @Test
    void whatHappensAtLinesCountsAtOnceAndWhatASilenceCutShortOnlyUntilTheVisitGoesOn() throws Exception {
        Visit visit = visit("a", 18, 20);
        rig.send(step(20, new VisitUpdate(visit, false, crossed(CrossingDirection.IN, 20))));
        assertThat(events()).extracting(CrowdDemographics::lines).containsExactly(List.of(new LineCount("door", 1, 0)));

        rig.turnTo(at(35));
        rig.send(silence(20, new VisitUpdate(visit, true, crossed(CrossingDirection.OUT, 20))));
        assertThat(events()).extracting(CrowdDemographics::lines).containsExactly(List.of(new LineCount("door", 1, 1)));

        rig.turnTo(at(50));
        rig.send(step(21, open("a", 18, 21)));
        assertThat(events()).extracting(CrowdDemographics::lines).containsExactly(List.of(new LineCount("door", 1, 0)));
        rig.send(step(40, new VisitUpdate(visit("a", 18, 21), true, crossed(CrossingDirection.OUT, 21))));
        rig.end();
        assertThat(events())
                .extracting(CrowdDemographics::lines)
                .last()
                .isEqualTo(List.of(new LineCount("door", 1, 1)));
    }

    @Test
    void aCrossingThatIsToldAMomentLaterCountsInTheWindowInWhichItHappened() throws Exception {
        rig.send(step(59, open("a", 50, 59)));
        rig.send(step(60.5, new VisitUpdate(visit("a", 50, 60.5), false, crossed(CrossingDirection.IN, 59.5))));
        rig.send(step(81, new VisitUpdate(visit("a", 50, 60.5), true, crossed(CrossingDirection.OUT, 59.8))));
        rig.end();

        Map<Instant, List<LineCount>> last = new HashMap<>();
        events().forEach(window -> last.put(window.windowStart(), window.lines()));
        assertThat(last).containsEntry(at(0), List.of(new LineCount("door", 1, 1)));
        assertThat(last).containsEntry(at(60), List.of());
    }

    @Test
    void whatStaffDidAtLinesStaysWhenTheirVisitIsTakenOut() throws Exception {
        VisitUpdate ended = new VisitUpdate(visit("a", 18, 20), true, crossed(CrossingDirection.OUT, 20));
        rig.send(step(20, new VisitUpdate(visit("a", 18, 20), false, crossed(CrossingDirection.IN, 20))));
        rig.turnTo(at(35));
        rig.send(silence(20, ended));
        events();

        rig.turnTo(at(50));
        rig.send(TrackedFrame.withdrawing(ended.withoutPlaces()));
        assertThat(events()).singleElement().satisfies(window -> {
            assertThat(window.visitors()).isZero();
            assertThat(window.lines()).containsExactly(new LineCount("door", 1, 1));
        });

        rig.send(step(40, ended));
        rig.send(TrackedFrame.withdrawing(ended.withoutPlaces()));
        rig.end();
        assertThat(events()).last().satisfies(window -> {
            assertThat(window.visitors()).isZero();
            assertThat(window.lines()).containsExactly(new LineCount("door", 1, 1));
        });
    }

    private static Movement crossed(CrossingDirection direction, double seconds) {
        return new Movement(List.of(new LineCrossing("door", direction, at(seconds))), List.of(), List.of());
    }

    @Test
    void aLateFrameBringsAFurtherFinalRevisionAtThePaceOfTheOutlet() throws Exception {
        rig.turnTo(at(100));
        rig.send(step(30));
        rig.send(step(70));
        assertThat(lake()).extracting(CrowdDemographics::revision).containsExactly(2L);
        events();

        rig.send(step(31));
        rig.send(step(32));
        assertThat(events()).isEmpty();
        rig.turnTo(at(110));
        assertThat(events().stream().filter(CrowdDemographics::isFinal))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.revision()).isEqualTo(3);
                    assertThat(row.frames()).isEqualTo(3);
                });
        rig.turnTo(at(130));
        assertThat(lake().stream().filter(CrowdDemographics::isFinal))
                .extracting(CrowdDemographics::frames)
                .containsExactly(3L);
    }

    @Test
    void aLongVisitCorrectsClosedWindowsOnlyWhenItsVoteHasChanged() throws Exception {
        for (int second = 30; second < 200; second += 10) {
            rig.send(step(second, open("a", 30, second)));
        }
        lake();
        rig.send(step(205, closed("a", 30, 190)));

        rig.turnTo(at(400));
        assertThat(lake().stream().filter(row -> row.windowEnd().isBefore(at(181))))
                .as("visitors, age and gender of the first three windows stand")
                .isEmpty();
    }

    @Test
    void revisionsGoOnCountingAfterARestore() throws Exception {
        List<CrowdDemographics> events = new ArrayList<>();
        OperatorSubtaskState snapshot = null;
        for (int part = 0; part < 5; part++) {
            try (OperatorRig<TrackedFrame, CrowdDemographics> piece = rig(snapshot)) {
                for (int second = 10 * part; second < 10 * part + 10; second++) {
                    piece.turnTo(at(second));
                    piece.send(step(second));
                }
                snapshot = piece.snapshot(part);
                events.addAll(piece.takeOutput());
            }
        }

        assertThat(events).extracting(CrowdDemographics::revision).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void windowsPastTheHorizonAreRemoved() throws Exception {
        for (int minute = 0; minute < 60; minute++) {
            rig.send(step(60 * minute, open("v" + minute, 60 * minute, 60 * minute)));
            rig.send(step(60 * minute + 5, closed("v" + minute, 60 * minute, 60 * minute)));
        }

        assertThat(rig.stateEntries())
                .as("ten windows of three parts, the progress")
                .isLessThan(3 * 13);
    }

    @Test
    void afterASilenceAsLongAsTheHorizonTheWindowsThatCannotChangeAreRemoved() throws Exception {
        for (int minute = 0; minute < 5; minute++) {
            rig.send(step(60 * minute));
        }
        rig.send(silence(240));
        rig.turnTo(at(1_000));
        long last = lake().stream()
                .filter(row -> row.windowStart().equals(at(240)))
                .mapToLong(CrowdDemographics::revision)
                .max()
                .orElseThrow();

        assertThat(rig.stateEntries()).as("the last window and the progress").isEqualTo(2);
        assertThat(rig.timers()).isZero();
        rig.send(step(250));
        rig.end();
        assertThat(lake()).as("a camera may come back").singleElement().satisfies(row -> {
            assertThat(row.frames()).isEqualTo(2);
            assertThat(row.revision()).isGreaterThan(last);
        });
    }

    @Test
    void theEndOfTheInputClosesAllWindows() throws Exception {
        rig.send(step(59, open("a", 55, 59)));
        rig.send(step(61, open("a", 55, 61)));
        lake();
        rig.end();

        assertThat(lake()).extracting(CrowdDemographics::isFinal).containsOnly(true);
    }
}
