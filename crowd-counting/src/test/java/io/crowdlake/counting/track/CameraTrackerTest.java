package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.attributes;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static io.crowdlake.counting.Faces.man;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.Walk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CameraTrackerTest {

    private static final TrackerParameters PARAMETERS = TrackerParameters.ofVisitGap(Duration.ofSeconds(2));

    private final CameraTracker tracker = new CameraTracker(PARAMETERS);
    private final List<TrackedFrame> tracked = new ArrayList<>();

    private List<Visit> visits(List<FrameAnalysis> frames) {
        return visits(tracker, frames);
    }

    private List<Visit> visits(CameraTracker tracker, List<FrameAnalysis> frames) {
        List<Visit> closed = new ArrayList<>();
        TrackerState state = TrackerState.EMPTY;
        for (FrameAnalysis frame : frames) {
            TrackStep step = tracker.advance(state, frame);
            state = step.state();
            tracked.add(step.frame());
            closed.addAll(step.closed());
        }
        FrameAnalysis last = frames.get(frames.size() - 1);
        closed.addAll(tracker.silence(state, last.deviceId(), last.capturedAt()).closed());
        return closed;
    }

    @Property(tries = 300)
    void onePersonWalkingIsOneVisit(
            @ForAll @IntRange(min = 1, max = 15) int framesPerSecond,
            @ForAll @DoubleRange(min = -0.35, max = 0.35) double speed,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double drift,
            @ForAll long seed) {
        double inView = Math.min(20, 0.9 / Math.max(Math.abs(speed), 0.01));
        List<FrameAnalysis> frames = new Walk(seed)
                .person(0.5, inView, speed < 0 ? 0.95 : 0.05, 0.5, speed, 0.3 * drift, woman(30))
                .frames(framesPerSecond, inView + 4);

        List<Visit> visits = visits(frames);

        long sights = frames.stream().filter(f -> !f.faces().isEmpty()).count();
        if (sights >= 2) {
            assertThat(visits).hasSize(1);
            assertThat(visits.get(0).frames()).isEqualTo((int) sights);
        }
    }

    @Property(tries = 300)
    void twoWhoCrossAreTwoVisitsAndKeepTheirIdentity(
            @ForAll @IntRange(min = 4, max = 15) int framesPerSecond,
            @ForAll @DoubleRange(min = 0.06, max = 0.25) double speed,
            @ForAll @DoubleRange(min = -0.15, max = 0.15) double besides,
            @ForAll long seed) {
        List<FrameAnalysis> frames = new Walk(seed)
                .person(0, 0.8 / speed, 0.1, 0.5, speed, 0, woman(25))
                .person(0, 0.8 / speed, 0.9, 0.5 + besides, -speed, 0, man(60))
                .frames(framesPerSecond, 0.8 / speed);

        List<Visit> visits = visits(frames);

        assertThat(visits).hasSize(2);
        assertThat(visits)
                .as("each visit saw one person, but for a frame or two where they hid each other")
                .allSatisfy(visit ->
                        assertThat(visit.attributes().genderConfidence()).isGreaterThan(0.8));
    }

    @Property(tries = 100)
    void threeSideBySideAreThreeVisitsAtAnyFrameRate(
            @ForAll @IntRange(min = 1, max = 15) int framesPerSecond, @ForAll long seed) {
        Walk walk = new Walk(seed);
        for (int person = 0; person < 3; person++) {
            walk.person(0, 12, 0.2 + 0.2 * person, 0.5, 0.02, 0, woman(20 + 10 * person));
        }

        assertThat(visits(walk.frames(framesPerSecond, 12))).hasSize(3);
    }

    @Test
    void onePersonWhoPausesIsOneVisit() {
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            double seconds = number / 10.0;
            double x = 0.1 + 0.15 * Math.min(seconds, 3) + 0.15 * Math.max(0, seconds - 17);
            frames.add(frame(number, at(seconds), face(x, 0.4)));
        }

        assertThat(visits(frames)).singleElement().satisfies(visit -> {
            assertThat(visit.dwell()).isEqualTo(Duration.ofMillis(19_900));
            assertThat(visit.frames()).isEqualTo(200);
        });
    }

    @Test
    void outOfSightForTheVisitGapIsStillOneVisit() {
        assertThat(visits(List.of(
                        frame(0, at(0), face(0.5, 0.5)),
                        frame(1, at(1), face(0.5, 0.5)),
                        frame(2, at(2)),
                        frame(3, at(3), face(0.52, 0.5)),
                        frame(4, at(4), face(0.52, 0.5)),
                        frame(5, at(5), face(0.52, 0.5)))))
                .singleElement()
                .satisfies(visit -> assertThat(visit.dwell()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void outOfSightForLongerIsASecondVisit() {
        assertThat(visits(List.of(
                        frame(0, at(0), face(0.5, 0.5)),
                        frame(1, at(1), face(0.5, 0.5)),
                        frame(2, at(2)),
                        frame(3, at(3.1), face(0.5, 0.5)))))
                .as("2.1 s unseen, gap 2 s")
                .hasSize(2);
    }

    @Test
    void whoLooksAwayForAWhileIsStillTheSame() {
        CameraTracker patient = new CameraTracker(TrackerParameters.ofVisitGap(Duration.ofSeconds(10)));
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            boolean away = number >= 30 && number < 65;
            frames.add(away ? frame(number, at(number / 5.0)) : frame(number, at(number / 5.0), face(0.4, 0.4)));
        }

        assertThat(visits(patient, frames)).singleElement().satisfies(visit -> assertThat(visit.frames())
                .isEqualTo(65));
    }

    @Test
    void whoPassesInFrontDoesNotTakeThePlaceOfWhoStandsThere() {
        List<FrameAnalysis> frames = new Walk(3)
                .person(0, 5.7, 0.5, 0.4, 0, 0, man(60))
                .person(6.3, 12, 0.5, 0.4, 0, 0, man(60))
                .person(2, 10, 0.1, 0.42, 0.1, 0, woman(25))
                .frames(5, 12);

        assertThat(visits(frames)).hasSize(2).allSatisfy(visit -> assertThat(
                        visit.attributes().genderConfidence())
                .isGreaterThan(0.8));
    }

    /** Where somebody is missing inside the frame, who appears there is they, even elsewhere and after a while. */
    @Test
    void whoTurnsAwayInTheMiddleWalksAndTurnsBackIsStillTheSame() {
        List<FrameAnalysis> frames = new Walk(5)
                .person(0, 4, 0.4, 0.5, 0, 0, woman(40))
                .person(10, 16, 0.5, 0.5, 0, 0, woman(40))
                .frames(5, 16);

        assertThat(visits(patient(), frames)).singleElement().satisfies(visit -> assertThat(visit.dwell())
                .isEqualTo(Duration.ofSeconds(16)));
    }

    @Test
    void whoComesInOverTheEdgeWhereAnotherHasJustLeftIsSomebodyElse() {
        List<FrameAnalysis> frames = new Walk(5)
                .person(0, 5, 0.5, 0.5, 0.09, 0, woman(25))
                .person(8, 13, 0.97, 0.5, -0.09, 0, man(50))
                .frames(5, 13);

        assertThat(visits(patient(), frames)).hasSize(2);
    }

    @Test
    void behindSomebodyNearerTheVisitGapStandsStill() {
        assertThat(visits(patient(), hiddenForFifteenSeconds(0.5)))
                .as("a visitor and who stood before them")
                .hasSize(2);
        assertThat(visits(patient(), hiddenForFifteenSeconds(0.9)))
                .as("nobody stood there")
                .hasSize(3);
    }

    @Test
    void whoIsOpenIsNotToldOfUntilItIsDecidedAndIsThenJoinedWithTheVisit() {
        List<FrameAnalysis> frames = new Walk(5)
                .person(0, 4, 0.4, 0.5, 0, 0, woman(40))
                .person(8, 16, 0.42, 0.5, 0, 0, woman(40))
                .frames(5, 16);

        List<Visit> visits = visits(patient(), frames);

        assertThat(visits).hasSize(1);
        assertThat(tracked.stream().flatMap(frame -> frame.visits().stream()))
                .extracting(update -> update.visit().visitId())
                .containsOnly(visits.get(0).visitId());
        assertThat(tracked.stream().flatMap(frame -> frame.analysis().faces().stream()))
                .as("its faces carry the visit's id from the first sight")
                .extracting("visitId")
                .containsOnly(visits.get(0).visitId());
    }

    @Test
    void whereSomebodyWentWhoWasOutOfSightIsToldOnceItIsKnownWhoTheyAre() {
        CameraLayout layout = new CameraLayout(
                List.of(new CountingLine("middle", new Point(0.45, 0), new Point(0.45, 1), Heading.RIGHT)), List.of());
        List<FrameAnalysis> frames = new Walk(5)
                .person(0, 4, 0.4, 0.5, 0, 0, woman(40))
                .person(8, 16, 0.52, 0.5, 0, 0, woman(40))
                .frames(5, 16);
        CameraTracker tracker = patient();
        List<VisitUpdate> updates = new ArrayList<>();
        TrackerState state = TrackerState.EMPTY;
        for (FrameAnalysis frame : frames) {
            TrackStep step = tracker.advance(state, frame, layout);
            state = step.state();
            updates.addAll(step.frame().visits());
        }
        TrackStep end = tracker.silence(state, "camera-1", at(16));

        assertThat(updates.stream().flatMap(update -> update.movement().crossings().stream()))
                .singleElement()
                .satisfies(crossing -> {
                    assertThat(crossing.direction()).isEqualTo(CrossingDirection.IN);
                    assertThat(crossing.crossedAt()).isEqualTo(at(8));
                });
        assertThat(end.closed()).singleElement().satisfies(visit -> {
            assertThat(visit.crossings()).hasSize(1);
            assertThat(visit.heading()).isEqualTo(Heading.RIGHT);
        });
    }

    @Test
    void whoMustHaveLeftOverTheEdgeIsGivenUpSooner() {
        List<FrameAnalysis> staying = new Walk(5)
                .person(0, 5, 0.4, 0.5, 0, 0, woman(40))
                .person(13, 18, 0.4, 0.5, 0, 0, woman(40))
                .frames(5, 18);
        List<FrameAnalysis> leaving = new Walk(5)
                .person(0, 5, 0.2, 0.5, 0.15, 0, woman(40))
                .person(13, 18, 0.97, 0.5, -0.15, 0, woman(40))
                .frames(5, 18);

        assertThat(visits(patient(), staying)).hasSize(1);
        assertThat(visits(patient(), leaving)).hasSize(2);
    }

    /** Two of one age and gender stand together and look away; the taller one is known by the height of the face, also nearer to the camera. */
    @Test
    void whoIsBackNearerToTheCameraIsKnownByTheirHeight() {
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            double seconds = number / 5.0;
            List<DetectedFace> faces = new ArrayList<>();
            if (seconds < 14) {
                double nearer = 1 + Math.min(1, seconds / 10);
                faces.add(faceOf(0.9, 0.3, nearer));
            }
            if (seconds < 16) {
                faces.add(faceOf(0.30, 0.0, 1));
                faces.add(faceOf(0.34, -0.6, 1));
            } else if (seconds > 19) {
                faces.add(faceOf(0.32, -0.6, 1.4));
            }
            frames.add(frame(number, at(seconds), faces.toArray(DetectedFace[]::new)));
        }

        List<Visit> visits = visits(patient(), frames);

        assertThat(visits).hasSize(3);
        String tall = tracked.get(0).analysis().faces().get(2).visitId();
        assertThat(visits.stream().filter(visit -> visit.visitId().equals(tall)))
                .singleElement()
                .satisfies(visit -> assertThat(visit.lastSeen()).isEqualTo(at(29.8)));
    }

    /** A face so many times the smallest size, so many face heights below the horizon in the middle of the picture. */
    private static DetectedFace faceOf(double x, double below, double size) {
        double width = 0.03 * size;
        double height = 0.06 * size;
        double y = 0.5 + below * height;
        return new DetectedFace(new BoundingBox(x - width / 2, y - height / 2, width, height), 0.95, woman(30));
    }

    private static CameraTracker patient() {
        return new CameraTracker(TrackerParameters.ofVisitGap(Duration.ofSeconds(10)));
    }

    /** Somebody stands at 0.5, and another with a larger face stands at the given place meanwhile. */
    private static List<FrameAnalysis> hiddenForFifteenSeconds(double place) {
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            double seconds = number / 5.0;
            boolean hidden = seconds > 5 && seconds < 20;
            BoundingBox near = new BoundingBox(place - 0.05, 0.3, 0.1, 0.2);
            DetectedFace before = new DetectedFace(near, 0.95, man(60));
            frames.add(hidden ? frame(number, at(seconds), before) : frame(number, at(seconds), face(0.5, 0.5)));
        }
        return frames;
    }

    @Test
    void oneUnsureBoxIsNobodyAndASureOneIsSomebody() {
        assertThat(visits(List.of(frame(0, at(0), face(0.5, 0.5, 0.6, woman(30))), frame(1, at(9)))))
                .isEmpty();
        assertThat(visits(List.of(frame(2, at(0), face(0.5, 0.5, 0.97, woman(30))), frame(3, at(9)))))
                .hasSize(1);
    }

    /** Backs of heads and patterns on a wall are found now and then, never for certain; faces are, sooner or later. */
    @Test
    void unsureBoxesAreNobodyHoweverManyThereAre() {
        List<FrameAnalysis> unsure = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            unsure.add(frame(number, at(number / 5.0), face(0.5, 0.5, 0.78, woman(30))));
        }
        assertThat(visits(unsure)).isEmpty();

        unsure.add(frame(20, at(4), face(0.5, 0.5, 0.82, woman(30))));
        assertThat(visits(unsure)).singleElement().satisfies(visit -> assertThat(visit.frames())
                .isEqualTo(21));
    }

    @Test
    void theFewerSightsTheSurerOneOfThemHasToBe() {
        FrameAnalysis first = frame(0, at(0), face(0.5, 0.5, 0.7, woman(30)));

        assertThat(visits(List.of(first, frame(1, at(0.2), face(0.5, 0.5, 0.82, woman(30))))))
                .as("twice, and once fairly sure: somebody's back may look like that")
                .isEmpty();
        assertThat(visits(List.of(first, frame(1, at(0.2), face(0.5, 0.5, 0.86, woman(30))))))
                .hasSize(1);
    }

    @Test
    void aWeakBoxContinuesAVisitButBeginsNone() {
        List<Visit> visits = visits(List.of(
                frame(0, at(0), face(0.5, 0.5)),
                frame(1, at(1), face(0.5, 0.5, 0.3, woman(30)), face(0.8, 0.5, 0.3, man(30))),
                frame(2, at(2), face(0.5, 0.5, 0.3, woman(30)), face(0.8, 0.5, 0.3, man(30)))));

        assertThat(visits).singleElement().satisfies(visit -> assertThat(visit.frames())
                .isEqualTo(3));
        assertThat(tracked.get(1).analysis().faces())
                .extracting("visitId")
                .containsExactly(visits.get(0).visitId(), null);
    }

    @Test
    void aFlickerOfAttributesDoesNotTurnTheVisitsGender() {
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            boolean flicker = number % 5 == 3;
            frames.add(frame(
                    number,
                    at(number / 5.0),
                    face(0.5, 0.5, 0.9, flicker ? attributes(62, Gender.MALE, 0.99) : woman(34))));
        }

        assertThat(visits(frames)).singleElement().satisfies(visit -> {
            assertThat(visit.attributes().gender()).isEqualTo(Gender.FEMALE);
            assertThat(visit.attributes().ageBand()).isEqualTo(AgeBand.AGE_30_39);
        });
    }

    @Test
    void theSameFramesGiveTheSameIds() {
        List<FrameAnalysis> frames = new Walk(7)
                .person(0, 5, 0.1, 0.5, 0.1, 0, woman(30))
                .person(1, 6, 0.9, 0.3, -0.1, 0, man(50))
                .frames(5, 8);

        assertThat(visits(frames))
                .isEqualTo(visits(frames))
                .extracting(Visit::visitId)
                .doesNotHaveDuplicates();
    }

    @Test
    void afterASilenceTheVisitIsAnnouncedAndGoesOnUnderTheSameIdWhenFramesWereOnlyHeldUp() {
        TrackerState state = TrackerState.EMPTY;
        for (int number = 0; number < 3; number++) {
            state = tracker.advance(state, frame(number, at(number), face(0.5, 0.5)))
                    .state();
        }

        TrackStep silence = tracker.silence(state, "camera-1", at(2));
        assertThat(silence.frame().silent()).isTrue();
        assertThat(silence.frame().visits()).extracting(VisitUpdate::closed).containsExactly(true);
        assertThat(silence.closed()).extracting(Visit::frames).containsExactly(3);
        assertThat(tracker.silence(silence.state(), "camera-1", at(2)).closed())
                .as("announced once")
                .isEmpty();

        TrackStep back = tracker.advance(silence.state(), frame(3, at(3), face(0.5, 0.5)));
        assertThat(back.frame().visits()).extracting(VisitUpdate::closed).containsExactly(false);
        TrackStep gone = tracker.advance(back.state(), frame(4, at(9)));
        assertThat(gone.closed()).singleElement().satisfies(visit -> {
            assertThat(visit.visitId()).isEqualTo(silence.closed().get(0).visitId());
            assertThat(visit.frames()).isEqualTo(4);
        });
    }

    @Test
    void whenTheCameraComesBackLaterTheAnnouncedVisitHasEndedForGoodAndIsNotAnnouncedAgain() {
        TrackerState state = tracker.advance(TrackerState.EMPTY, frame(0, at(0), face(0.5, 0.5)))
                .state();
        TrackStep silence = tracker.silence(state, "camera-1", at(0));
        TrackStep back = tracker.advance(silence.state(), frame(1, at(60), face(0.5, 0.5)));

        assertThat(back.closed()).isEmpty();
        assertThat(back.frame().visits()).extracting(VisitUpdate::closed).containsExactly(true, false);
        assertThat(back.state().tracks()).hasSize(1);
    }

    @Test
    void aLateFrameTakesTheIdsOfThoseWhoWereThereAndBringsNobody() {
        TrackerState state = TrackerState.EMPTY;
        for (int number = 0; number < 5; number++) {
            state = tracker.advance(state, frame(number, at(number), face(0.5, 0.5)))
                    .state();
        }

        TrackedFrame late = tracker.late(state, frame(9, at(2.5), face(0.5, 0.5), face(0.2, 0.5)));

        assertThat(late.visits()).isEmpty();
        assertThat(late.analysis().faces())
                .extracting("visitId")
                .containsExactly(state.tracks().get(0).visitId(), null);
    }
}
