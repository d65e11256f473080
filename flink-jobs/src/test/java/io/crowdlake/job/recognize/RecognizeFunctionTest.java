package io.crowdlake.job.recognize;

import static io.crowdlake.job.track.People.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.recognize.RecognitionRules;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingKey;
import io.crowdlake.job.options.Sites;
import io.crowdlake.job.track.OperatorRig;
import io.crowdlake.job.track.People;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizeFunctionTest {

    private static final Sites SITES =
            new Sites(Map.of("door", "shop", "till", "shop", "gate", "museum", "shop", Sites.OFF));
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int HOUR = 3_600;
    private static final int MOST_PEOPLE = 3;

    @TempDir
    Path folder;

    private EmbeddingSealer sealer;
    private OperatorRig<TrackedFrame, TrackedFrame> rig;
    private int looks;

    @BeforeEach
    void start() throws Exception {
        sealer = new EmbeddingSealer(SealingKey.read(KeyFiles.create(folder, 1)));
        rig = rig(1, null, null, null);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private OperatorRig<TrackedFrame, TrackedFrame> rig(
            int key, Duration staffDwell, Integer staffVisits, OperatorSubtaskState snapshot) throws Exception {
        RecognitionRules rules =
                new RecognitionRules(Looks.LIKENESS, MEMORY, Duration.ofMinutes(10), staffDwell, staffVisits);
        RecognizeSettings settings = new RecognizeSettings(rules, KeyFiles.create(folder, key), MOST_PEOPLE);
        return new OperatorRig<>(
                new RecognizeFunction(settings), frame -> SITES.keyOf(frame.deviceId()), true, at(0), snapshot);
    }

    @Test
    void whoComesAgainIsKnownByTheTimeBetween() throws Exception {
        assertThat(told(visit("door", "a", 0, 60, 7))).isEqualTo(Recognition.NEW);
        assertThat(told(visit("door", "b", 100, 160, 7))).isEqualTo(Recognition.REENTRY);
        assertThat(told(visit("door", "c", HOUR, HOUR + 60, 7))).isEqualTo(Recognition.RETURNING);
        assertThat(told(visit("door", "d", HOUR, HOUR + 60, 8)))
                .as("somebody else")
                .isEqualTo(Recognition.NEW);
    }

    @Test
    void peopleAreKnownAtAllCamerasOfASiteAndAtNoOther() throws Exception {
        told(visit("door", "a", 0, 60, 7));

        assertThat(told(visit("till", "b", 90, 120, 7))).isEqualTo(Recognition.REENTRY);
        assertThat(told(visit("gate", "c", HOUR, HOUR + 60, 7)))
                .as("another site")
                .isEqualTo(Recognition.NEW);
        assertThat(told(visit("shop", "d", HOUR, HOUR + 60, 7)))
                .as("a camera that is called like the site")
                .isEqualTo(Recognition.NEW);
    }

    @Test
    void nobodyIsAtTwoPlacesAtOnce() throws Exception {
        told(visit("door", "a", 0, 60, 7));

        assertThat(told(visit("till", "b", 30, 90, 7))).isEqualTo(Recognition.NEW);
    }

    @Test
    void whoWasBeforeTheSameCameraIsSaidToHaveBeen() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        told(visit("till", "b", 90, 120, 7));

        assertThat(step(visit("door", "c", 200, 210, 7)).seenBefore()).isEqualTo(at(60));
        assertThat(step(visit("till", "d", 300, 310, 8)).seenBefore()).isNull();
    }

    @Test
    void whatAPersonLooksLikeEndsHere() throws Exception {
        VisitUpdate open = new VisitUpdate(visit("door", "b", 50, 60, 8).visit(), false);
        rig.send(new TrackedFrame(null, "door", at(70), List.of(visit("door", "a", 0, 60, 7), open)));

        assertThat(rig.takeOutput()).singleElement().satisfies(frame -> {
            assertThat(frame.visits()).extracting(VisitUpdate::look).containsOnlyNulls();
            assertThat(frame.visits().get(1)).isEqualTo(open);
        });
    }

    @Test
    void withoutALookNothingIsTold() throws Exception {
        VisitUpdate faceless = new VisitUpdate(visit("door", "a", 0, 60, 7).visit(), true);

        assertThat(step(faceless)).isEqualTo(faceless);
        assertThat(rig.stateEntries()).isZero();
    }

    @Test
    void looksOfAnotherBundleAreNotCompared() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        VisitUpdate known = visit("door", "b", 100, 160, 7);
        Look other = new Look(known.look().embedding(), 1, known.look().seen(), "other 2.0");

        assertThat(told(new VisitUpdate(known.visit(), true, null, 0, other, null)))
                .isEqualTo(Recognition.NEW);
    }

    @Test
    void aVisitThatGoesOnAfterASilenceIsTheSame() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        step(visit("door", "b", HOUR, HOUR + 60, 7));
        VisitUpdate longer = visit("door", "b", HOUR, HOUR + 90, 7, 3, 5);

        assertThat(told(longer)).isEqualTo(Recognition.RETURNING);
        assertThat(closedVisits()).extracting(Visit::visitId).containsExactly("a", "b", "b");
        assertThat(told(visit("door", "b", HOUR, HOUR + 90, 7, 5, 5))).isEqualTo(Recognition.RETURNING);
        assertThat(closedVisits()).as("its row is written").isEmpty();
    }

    @Test
    void whoIsForgottenIsNew() throws Exception {
        told(visit("door", "a", 0, 60, 7));

        assertThat(told(visit("door", "b", 24 * HOUR, 24 * HOUR + 59, 7))).isEqualTo(Recognition.RETURNING);
        rig.close();
        rig = rig(1, null, null, null);
        told(visit("door", "a", 0, 60, 7));
        assertThat(told(visit("door", "b", 24 * HOUR, 24 * HOUR + 60, 7))).isEqualTo(Recognition.NEW);
    }

    @Test
    void whereNobodyComesNothingIsKeptForLonger() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        rig.turnTo(at(HOUR));
        told(visit("gate", "b", HOUR - 60, HOUR, 8));

        rig.turnTo(at(24 * HOUR - 1));
        assertThat(rig.stateEntries())
                .as("a look, a person and a clock at both sites")
                .isEqualTo(6);
        rig.turnTo(at(24 * HOUR + 1));
        assertThat(rig.stateEntries()).as("the shop's are gone").isEqualTo(3);
        rig.turnTo(at(25 * HOUR + 1));
        assertThat(rig.stateEntries()).isZero();
        assertThat(rig.timers()).isZero();
    }

    @Test
    void aVisitThatComesAfterADayIsNotCompared() throws Exception {
        told(visit("till", "a", 0, 60, 7));
        told(visit("door", "b", 30 * HOUR, 30 * HOUR + 60, 8));

        assertThat(told(visit("till", "c", HOUR, HOUR + 60, 8)))
                .as("the till was cut off for a day")
                .isEqualTo(Recognition.UNKNOWN);
    }

    @Test
    void ofACrowdThoseSeenLeastLatelyAreForgotten() throws Exception {
        for (int person = 0; person <= MOST_PEOPLE; person++) {
            told(visit("door", "first " + person, 100 * person, 100 * person + 50, person));
        }

        assertThat(told(visit("till", "again 1", 500, 550, 1))).isEqualTo(Recognition.REENTRY);
        assertThat(told(visit("till", "again 0", 600, 650, 0))).isEqualTo(Recognition.NEW);
        assertThat(rig.stateEntries()).isEqualTo(2 * MOST_PEOPLE + 1);
    }

    @Test
    void whoComesTooOftenIsStaffAndTheirVisitsAreWithdrawn() throws Exception {
        rig.close();
        rig = rig(1, null, 2, null);
        VisitUpdate first = step(visit("door", "a", 0, 60, 7));
        VisitUpdate second = step(visit("till", "b", 90, 120, 7));

        rig.send(new TrackedFrame(null, "door", at(HOUR), List.of(visit("door", "c", HOUR - 10, HOUR, 7))));
        List<TrackedFrame> out = rig.takeOutput();

        assertThat(out.get(0).visits().get(0).visit().recognition()).isEqualTo(Recognition.STAFF);
        assertThat(out.subList(1, out.size()))
                .containsExactly(TrackedFrame.withdrawing(first), TrackedFrame.withdrawing(second));
        assertThat(out.get(2).deviceId())
                .as("each goes to its camera's windows")
                .isEqualTo("till");
        assertThat(told(visit("door", "d", 2 * HOUR, 2 * HOUR + 1, 7))).isEqualTo(Recognition.STAFF);
        assertThat(rig.takeOutput()).as("nothing is withdrawn twice").isEmpty();
    }

    @Test
    void whoStaysTooLongIsStaffAtOnce() throws Exception {
        rig.close();
        rig = rig(1, Duration.ofHours(2), null, null);

        assertThat(told(visit("door", "a", 0, 2 * HOUR + 1, 7))).isEqualTo(Recognition.STAFF);
        assertThat(closedVisits()).extracting(Visit::recognition).containsExactly(Recognition.STAFF);
    }

    @Test
    void peopleAreKnownAfterARestart() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        OperatorSubtaskState snapshot = rig.snapshot(1);
        rig.close();

        rig = rig(1, null, null, snapshot);

        assertThat(told(visit("door", "b", HOUR, HOUR + 60, 7))).isEqualTo(Recognition.RETURNING);
    }

    @Test
    void aLookThatAnotherKeySealedIsNobodys() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        sealer = new EmbeddingSealer(SealingKey.read(KeyFiles.create(folder, 2)));

        assertThat(told(visit("door", "b", HOUR, HOUR + 60, 7))).isEqualTo(Recognition.UNKNOWN);
        assertThat(closedVisits()).hasSize(2);
    }

    @Test
    void anotherKeyIsRefusedAtTheStart() throws Exception {
        told(visit("door", "a", 0, 60, 7));
        OperatorSubtaskState snapshot = rig.snapshot(1);

        assertThatThrownBy(() -> rig(2, null, null, snapshot))
                .isInstanceOf(SuppressRestartsException.class)
                .cause()
                .hasMessageContaining("recognition.key-file is " + folder.resolve("key-2")
                        + ", which is not the key that sealed what the job remembers");
    }

    /** What is told of a visit that ends. */
    private Recognition told(VisitUpdate ended) throws Exception {
        return step(ended).visit().recognition();
    }

    private VisitUpdate step(VisitUpdate ended) throws Exception {
        rig.send(new TrackedFrame(null, ended.visit().deviceId(), ended.visit().lastSeen(), List.of(ended)));
        List<TrackedFrame> out = rig.takeOutput();
        assertThat(out).hasSize(1);
        return out.get(0).visits().get(0);
    }

    private List<Visit> closedVisits() {
        return new ArrayList<>(rig.takeSideOutput(RecognizeFunction.CLOSED_VISITS));
    }

    private VisitUpdate visit(String camera, String id, double from, double to, int person) {
        return visit(camera, id, from, to, person, 0, 3);
    }

    private VisitUpdate visit(
            String camera, String id, double from, double to, int person, int announcedFrames, int frames) {
        Look look = new Look(sealer.seal(Looks.at(person, looks++)), 0.5, at(to), People.MODEL);
        Visit visit = new Visit(
                id, camera, at(from), at(to), frames, FaceAttributes.UNKNOWN, Recognition.UNKNOWN, People.MODEL);
        return new VisitUpdate(visit, true, null, announcedFrames, look, null);
    }
}
