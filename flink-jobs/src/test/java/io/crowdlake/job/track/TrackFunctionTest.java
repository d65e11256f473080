package io.crowdlake.job.track;

import static io.crowdlake.job.track.People.at;
import static io.crowdlake.job.track.People.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackFunctionTest {

    private static final TrackSettings SETTINGS = new TrackSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(2), Duration.ofHours(1));

    private OperatorRig<FrameAnalysis, TrackedFrame> rig;

    @BeforeEach
    void start() throws Exception {
        rig = rig(SETTINGS, null);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private static OperatorRig<FrameAnalysis, TrackedFrame> rig(TrackSettings settings, OperatorSubtaskState snapshot)
            throws Exception {
        return new OperatorRig<>(new TrackFunction(settings), FrameAnalysis::deviceId, true, at(0), snapshot);
    }

    private void send(FrameAnalysis... frames) throws Exception {
        for (FrameAnalysis frame : frames) {
            rig.send(frame);
        }
    }

    private static List<Long> sequences(List<TrackedFrame> tracked) {
        return tracked.stream()
                .filter(frame -> !frame.silent())
                .map(frame -> frame.analysis().sequence())
                .toList();
    }

    @Test
    void aFrameWaitsForThoseCapturedBeforeItAndLeavesInTheOrderOfCapture() throws Exception {
        send(frame(0, 0), frame(2, 2), frame(1, 1), frame(9, 9.9));
        assertThat(rig.takeOutput()).as("nothing is 10 s behind the newest").isEmpty();

        send(frame(12, 12));
        assertThat(sequences(rig.takeOutput())).containsExactly(0L, 1L, 2L);

        send(frame(30, 30));
        assertThat(sequences(rig.takeOutput())).containsExactly(9L, 12L);
    }

    @Test
    void theNextFrameOfTheSameBootWaitsForNothing() throws Exception {
        send(frame(7, 0), frame(8, 1), frame(9, 10));
        assertThat(sequences(rig.takeOutput()))
                .as("one may have come before the first, none between the others")
                .containsExactly(7L, 8L, 9L);

        send(frame(10, 10.2));
        assertThat(sequences(rig.takeOutput())).containsExactly(10L);
        assertThat(rig.stateEntries()).as("nothing was stored to wait").isEqualTo(1);
    }

    @Test
    void aFrameThatWasOvertakenLetsGoThoseThatWaitForIt() throws Exception {
        send(frame(0, 0), frame(1, 10), frame(3, 10.4), frame(4, 10.6), frame(6, 11));
        assertThat(sequences(rig.takeOutput())).containsExactly(0L, 1L);

        send(frame(2, 10.2));
        assertThat(sequences(rig.takeOutput())).as("5 is missing").containsExactly(2L, 3L, 4L);

        send(frame(7, 20.9));
        assertThat(rig.takeOutput()).isEmpty();
        send(frame(9, 21));
        assertThat(sequences(rig.takeOutput()))
                .as("5 has had its time, 8 not yet")
                .containsExactly(6L, 7L);
    }

    @Test
    void anotherBootOfTheCameraDoesNotFollowTheOneBefore() throws Exception {
        send(frame(0, 0), frame(1, 10), otherBoot(2, 12), otherBoot(3, 13), frame(2, 11));
        assertThat(sequences(rig.takeOutput())).containsExactly(0L, 1L, 2L);

        send(otherBoot(4, 22));
        assertThat(sequences(rig.takeOutput())).containsExactly(2L, 3L, 4L);
    }

    private static FrameAnalysis otherBoot(long sequence, double seconds) {
        FrameAnalysis frame = frame(sequence, seconds);
        return new FrameAnalysis(
                frame.deviceId(),
                "boot-2",
                sequence,
                frame.capturedAt(),
                null,
                frame.analyzedAt(),
                frame.frameWidth(),
                frame.frameHeight(),
                frame.modelVersion(),
                frame.faces(),
                frame.origin());
    }

    @Test
    void eachCameraHasAClockOfItsOwn() throws Exception {
        Instant threeHoursEarlier = at(0).minus(Duration.ofHours(3));
        send(frame(0, 0), frame(1, 20));
        for (int second = 0; second < 30; second++) {
            rig.send(People.frame("camera-2", second, threeHoursEarlier.plusSeconds(second), List.of()));
        }

        assertThat(rig.takeSideOutput(TrackFunction.LATE))
                .as("a backlog is not late because others went on")
                .isEmpty();
        assertThat(rig.takeOutput().stream().filter(frame -> frame.deviceId().equals("camera-2")))
                .hasSize(30);
    }

    @Test
    void aRepeatedFrameLeavesOnce() throws Exception {
        send(frame(5, 0), frame(5, 0), frame(2_000, 1), frame(20, 20), frame(5, 0), frame(2_000, 1), frame(60, 60));

        assertThat(sequences(rig.takeOutput())).containsExactly(5L, 2_000L, 20L);
    }

    @Test
    void whenTheCameraFallsSilentItsFramesLeaveAndItsVisitsEnd() throws Exception {
        send(frame(0, 0, 0.5), frame(1, 1, 0.5), frame(2, 2, 0.5));
        rig.turnTo(at(14.9));
        assertThat(rig.takeOutput()).isEmpty();

        rig.turnTo(at(15));

        List<TrackedFrame> tracked = rig.takeOutput();
        assertThat(sequences(tracked)).containsExactly(0L, 1L, 2L);
        TrackedFrame news = tracked.get(3);
        assertThat(news.silent()).isTrue();
        assertThat(news.time()).isEqualTo(at(2));
        assertThat(news.visits()).extracting(VisitUpdate::closed).containsExactly(true);
        assertThat(rig.takeSideOutput(TrackFunction.CLOSED_VISITS))
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.firstSeen()).isEqualTo(at(0));
                    assertThat(visit.lastSeen()).isEqualTo(at(2));
                    assertThat(visit.frames()).isEqualTo(3);
                });

        rig.turnTo(at(600));
        assertThat(rig.takeOutput()).as("a silence is news once").isEmpty();
    }

    @Test
    void everyArrivalPutsTheSilenceOff() throws Exception {
        send(frame(0, 0));
        rig.turnTo(at(10));
        send(frame(1, 1));
        rig.turnTo(at(24));
        assertThat(rig.takeOutput()).isEmpty();
        rig.turnTo(at(25));
        assertThat(sequences(rig.takeOutput())).containsExactly(0L, 1L);
    }

    @Test
    void framesHeldUpOnTheirWayDoNotSplitAVisit() throws Exception {
        send(frame(0, 0, 0.5), frame(1, 1, 0.5));
        rig.turnTo(at(60));
        send(frame(2, 2, 0.5), frame(3, 3, 0.5), frame(40, 40));
        rig.turnTo(at(120));

        List<Visit> visits = rig.takeSideOutput(TrackFunction.CLOSED_VISITS);
        assertThat(visits)
                .extracting(Visit::frames)
                .as("announced at the silence, then in full")
                .containsExactly(2, 4);
        assertThat(visits).extracting(Visit::visitId).containsOnly(visits.get(0).visitId());
    }

    @Test
    void aLateFrameIsStillAFrameButNoVisitor() throws Exception {
        send(frame(0, 0, 0.5), frame(1, 1, 0.5), frame(30, 30), frame(31, 31), frame(45, 45));
        rig.takeOutput();

        send(frame(2, 2, 0.2));

        assertThat(rig.takeOutput()).singleElement().satisfies(late -> {
            assertThat(late.time()).isEqualTo(at(2));
            assertThat(late.visits()).isEmpty();
            assertThat(late.analysis().faces()).extracting("visitId").containsOnlyNulls();
        });
        assertThat(rig.takeSideOutput(TrackFunction.LATE)).isEmpty();
    }

    @Test
    void aTimeOfWhichNothingWasKnownIsMadeGood() throws Exception {
        send(otherBoot(0, 600), otherBoot(1, 611));
        rig.takeOutput();

        send(frame(0, 0, 0.5), frame(1, 1, 0.5), frame(2, 30));

        assertThat(rig.takeSideOutput(TrackFunction.CLOSED_VISITS))
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.firstSeen()).isEqualTo(at(0));
                    assertThat(visit.lastSeen()).isEqualTo(at(1));
                });
        assertThat(rig.takeOutput()).hasSize(3).allMatch(TrackedFrame::backlog);
    }

    @Test
    void aBacklogEndsWhenNoMoreOfItComesThoughTheCameraGoesOn() throws Exception {
        send(otherBoot(0, 600), otherBoot(1, 611), frame(0, 0, 0.5), frame(1, 1, 0.5));
        for (int second = 1; second < 20; second++) {
            rig.turnTo(at(second));
            send(otherBoot(1 + second, 611 + second));
        }

        assertThat(rig.takeOutput())
                .filteredOn(TrackedFrame::silent)
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.backlog()).isTrue();
                    assertThat(end.time()).isEqualTo(at(1));
                });
        assertThat(rig.takeSideOutput(TrackFunction.CLOSED_VISITS)).hasSize(1);

        send(frame(2, 0.5, 0.5));
        assertThat(rig.takeOutput()).singleElement().satisfies(late -> assertThat(late.backlog())
                .as("that time has been made good")
                .isFalse());
    }

    @Test
    void aFrameFromBeforeTheHorizonIsADeadLetterThatSaysWhereItWasRead() throws Exception {
        send(frame(0, 5_000), frame(1, 5_020));
        FrameAnalysis ancient = frame(2, 1_000);

        send(ancient);

        assertThat(rig.takeSideOutput(TrackFunction.LATE)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(DeadLetterReason.TOO_LATE);
            assertThat(letter.origin()).isEqualTo(ancient.origin());
            assertThat(letter.capturedAt()).isEqualTo(at(1_000));
            assertThat(letter.occurredAt()).isEqualTo(at(0));
            assertThat(letter.detail()).contains("late.horizon is PT1H");
        });
    }

    @Test
    void afterASilenceAsLongAsTheHorizonOnlyTheClockIsLeft() throws Exception {
        for (int second = 0; second < 40; second++) {
            send(frame(100L * second, second, 0.5));
        }
        rig.turnTo(at(15));
        int before = rig.stateEntries();
        rig.turnTo(at(15 + 3_600));
        rig.takeOutput();

        assertThat(before).isGreaterThan(1);
        assertThat(rig.stateEntries()).isEqualTo(1);
        assertThat(rig.timers()).isZero();

        send(frame(7, 7), frame(90, 90));
        rig.turnTo(at(8_000));
        assertThat(sequences(rig.takeOutput())).containsExactly(90L);
        assertThat(rig.takeSideOutput(TrackFunction.LATE))
                .as("it may be a repetition: nobody knows any more")
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetterReason.TOO_LATE);
    }

    @Test
    void whatHasBeenSeenIsForgottenPastTheHorizon() throws Exception {
        for (int hour = 0; hour < 6; hour++) {
            for (int chunk = 0; chunk < 10; chunk++) {
                long number = hour * 10L + chunk;
                send(frame(number * SeenFrames.CHUNK, 360 * number));
            }
        }

        assertThat(rig.stateEntries())
                .as("one hour of chunks, the clock, the buffer, the tracker")
                .isLessThan(18);
    }

    @Test
    void aSavepointKeepsBufferAndTracks() throws Exception {
        List<FrameAnalysis> frames = People.history("camera-1", 11, 60);
        List<TrackedFrame> uninterrupted = new ArrayList<>();
        for (FrameAnalysis frame : frames) {
            rig.send(frame);
        }
        rig.end();
        uninterrupted.addAll(rig.takeOutput());

        List<TrackedFrame> interrupted = new ArrayList<>();
        OperatorSubtaskState snapshot = null;
        for (int from = 0; from < frames.size(); from += 50) {
            try (OperatorRig<FrameAnalysis, TrackedFrame> part = rig(SETTINGS, snapshot)) {
                for (FrameAnalysis frame : frames.subList(from, Math.min(frames.size(), from + 50))) {
                    part.send(frame);
                }
                if (from + 50 >= frames.size()) {
                    part.end();
                } else {
                    snapshot = part.snapshot(from);
                }
                interrupted.addAll(part.takeOutput());
            }
        }

        assertThat(interrupted).isEqualTo(uninterrupted).hasSize(frames.size() + 1);
    }

    @Test
    void afterARestartACameraIsNotSilentBecauseTheJobWas() throws Exception {
        send(frame(0, 0), frame(2, 2));
        OperatorSubtaskState snapshot = rig.snapshot(1);
        try (OperatorRig<FrameAnalysis, TrackedFrame> restarted = rig(SETTINGS, snapshot)) {
            restarted.turnTo(at(100_000));
            assertThat(restarted.takeOutput()).as("a day down").isEmpty();
            restarted.send(frame(1, 1));
            restarted.turnTo(at(100_015));
            assertThat(sequences(restarted.takeOutput())).containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void withoutADelayFramesLeaveAtOnce() throws Exception {
        TrackSettings undelayed =
                new TrackSettings(Duration.ZERO, Duration.ofSeconds(15), Duration.ofSeconds(2), Duration.ofHours(1));
        try (OperatorRig<FrameAnalysis, TrackedFrame> prompt = rig(undelayed, null)) {
            prompt.send(frame(0, 0));
            assertThat(sequences(prompt.takeOutput())).containsExactly(0L);
        }
    }

    @Test
    void eachCameraHasTheLinesOfItsOwnLayout() throws Exception {
        CameraLayouts layouts = new CameraLayouts(
                Map.of("camera-1", new CameraLayout(List.of(line("door")), List.of())),
                new CameraLayout(List.of(line("gate")), List.of()));
        try (OperatorRig<FrameAnalysis, TrackedFrame> drawn =
                new OperatorRig<>(new TrackFunction(SETTINGS, layouts), FrameAnalysis::deviceId, true, at(0), null)) {
            for (int second = 0; second < 5; second++) {
                FrameAnalysis frame = frame(second, second, 0.4 + 0.05 * second);
                drawn.send(frame);
                drawn.send(People.frame("camera-2", second, frame.capturedAt(), frame.faces()));
            }
            drawn.end();

            assertThat(drawn.takeSideOutput(TrackFunction.CLOSED_VISITS))
                    .extracting(Visit::deviceId, Visit::crossings, Visit::heading)
                    .containsExactlyInAnyOrder(
                            tuple("camera-1", List.of(crossing("door", 3)), Heading.RIGHT),
                            tuple("camera-2", List.of(crossing("gate", 3)), Heading.RIGHT));
        }
    }

    private static CountingLine line(String name) {
        return new CountingLine(name, new Point(0.48, 0), new Point(0.48, 1), Heading.RIGHT);
    }

    private static LineCrossing crossing(String line, double seconds) {
        return new LineCrossing(line, CrossingDirection.IN, at(seconds));
    }

    @Test
    void aCameraWhoseClockStandsStillDoesNotFillTheBuffer() throws Exception {
        for (int sequence = 0; sequence < ReorderBuffer.MOST_WAITING + 500; sequence++) {
            send(frame(sequence, 0));
        }

        assertThat(rig.takeOutput()).hasSizeGreaterThan(ReorderBuffer.MOST_WAITING);
        assertThat(rig.stateEntries()).isLessThan(20);
    }
}
