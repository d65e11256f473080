package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.counting.visit.Clothes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two people of the same age and gender stand side by side, are hidden for a few seconds, and have changed places. */
class ClothingTest {

    private static final Colour RED = new Colour(140, 47, 57);
    private static final Colour GREEN = new Colour(63, 107, 79);
    private static final double LEFT = 0.45;
    private static final double RIGHT = 0.55;
    private static final int FRAMES_PER_SECOND = 5;
    private static final Duration VISIT_GAP = Duration.ofSeconds(20);
    private static final TrackerParameters PARAMETERS = TrackerParameters.ofVisitGap(VISIT_GAP);

    @Test
    void whoHasChangedPlacesIsKnownByTheirClothes() {
        Map<Colour, List<String>> visits = visits(PARAMETERS, RED, GREEN);

        assertThat(visits.get(RED)).hasSize(1);
        assertThat(visits.get(GREEN)).hasSize(1).doesNotContainAnyElementsOf(visits.get(RED));
    }

    @Test
    void whoseClothesDoNotCountIsKnownByTheirPlace() {
        Map<Colour, List<String>> visits = visits(TrackerParameters.of(VISIT_GAP, false), RED, GREEN);

        assertThat(visits.get(RED)).hasSize(2);
    }

    @Test
    void theColourAndTheLookEndWithTheTracker() {
        DetectedFace face = clad(LEFT, RED).withEmbedding(new SealedEmbedding(new byte[] {1}));
        CameraTracker tracker = new CameraTracker(PARAMETERS);
        TrackStep step = tracker.advance(TrackerState.EMPTY, frame(0, at(0), face, clad(RIGHT, null)));

        assertThat(step.frame().analysis().faces())
                .allSatisfy(told -> assertThat(told.clothing()).isNull())
                .allSatisfy(told -> assertThat(told.embedding()).isNull());
        assertThat(tracker.late(step.state(), frame(1, at(0), face)).analysis().faces())
                .allSatisfy(told -> assertThat(told.clothing()).isNull())
                .allSatisfy(told -> assertThat(told.embedding()).isNull());
        assertThat(step.state().tracks()).extracting(Track::clothes).containsExactly(Clothes.of(RED), null);
    }

    /** The visits that the wearer of each colour was taken for, in the order of time, once they were decided about. */
    private static Map<Colour, List<String>> visits(TrackerParameters parameters, Colour left, Colour right) {
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < 16 * FRAMES_PER_SECOND; number++) {
            double seconds = number / (double) FRAMES_PER_SECOND;
            boolean hidden = seconds >= 5 && seconds < 9;
            boolean changed = seconds >= 9;
            frames.add(
                    hidden
                            ? frame(number, at(seconds))
                            : frame(
                                    number,
                                    at(seconds),
                                    clad(changed ? RIGHT : LEFT, left),
                                    clad(changed ? LEFT : RIGHT, right)));
        }
        CameraTracker tracker = new CameraTracker(parameters);
        TrackerState state = TrackerState.EMPTY;
        Map<Colour, List<String>> visits = new HashMap<>();
        for (FrameAnalysis frame : frames) {
            TrackStep step = tracker.advance(state, frame);
            state = step.state();
            for (int face = 0; face < frame.faces().size(); face++) {
                String visit = step.frame().analysis().faces().get(face).visitId();
                boolean decided = state.tracks().stream().allMatch(Track::visiting);
                List<String> before =
                        visits.computeIfAbsent(frame.faces().get(face).clothing(), colour -> new ArrayList<>());
                if (decided && !before.contains(visit)) {
                    before.add(visit);
                }
            }
        }
        return visits;
    }

    private static DetectedFace clad(double x, Colour colour) {
        return face(x, 0.5).withClothing(colour);
    }
}
