package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.counting.visit.ColourVote;
import io.crowdlake.counting.visit.Colours;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people of the same age and gender stand side by side, are hidden for a few seconds, and have changed places. */
class ClothingTest {

    private static final Colour RED = new Colour(140, 47, 57);
    private static final Colour GREEN = new Colour(63, 107, 79);
    private static final Duration VISIT_GAP = Duration.ofSeconds(20);
    private static final TrackerParameters PARAMETERS = TrackerParameters.ofVisitGap(VISIT_GAP);

    @Test
    void whoHasChangedPlacesIsKnownByTheirClothes() {
        List<List<String>> visits = visits(PARAMETERS, RED, GREEN);

        assertThat(visits.get(0)).hasSize(1);
        assertThat(visits.get(1)).hasSize(1).doesNotContainAnyElementsOf(visits.get(0));
    }

    @Test
    void whoHasChangedPlacesIsKnownByTheirHair() {
        List<List<String>> visits = ChangedPlaces.visits(
                new CameraTracker(PARAMETERS), x -> face(x, 0.5).withHair(RED), x -> face(x, 0.5)
                        .withHair(GREEN));

        assertThat(visits.get(0)).hasSize(1);
        assertThat(visits.get(1)).hasSize(1).doesNotContainAnyElementsOf(visits.get(0));
    }

    @Test
    void whoseClothesDoNotCountIsKnownByTheirPlace() {
        List<List<String>> visits = visits(TrackerParameters.of(VISIT_GAP, false), RED, GREEN);

        assertThat(visits.get(0)).hasSize(2);
    }

    @Test
    void theColourAndTheLookEndWithTheTracker() {
        DetectedFace face =
                clad(ChangedPlaces.LEFT, RED).withHair(GREEN).withEmbedding(new SealedEmbedding(new byte[] {1}));
        CameraTracker tracker = new CameraTracker(PARAMETERS);
        TrackStep step = tracker.advance(TrackerState.EMPTY, frame(0, at(0), face, clad(ChangedPlaces.RIGHT, null)));

        assertThat(step.frame().analysis().faces())
                .allSatisfy(told -> assertThat(told.clothing()).isNull())
                .allSatisfy(told -> assertThat(told.hair()).isNull())
                .allSatisfy(told -> assertThat(told.embedding()).isNull());
        assertThat(tracker.late(step.state(), frame(1, at(0), face)).analysis().faces())
                .allSatisfy(told -> assertThat(told.clothing()).isNull())
                .allSatisfy(told -> assertThat(told.hair()).isNull())
                .allSatisfy(told -> assertThat(told.embedding()).isNull());
        assertThat(step.state().tracks())
                .extracting(Track::colours)
                .containsExactly(new Colours(ColourVote.of(RED), ColourVote.of(GREEN)), new Colours(null, null));
    }

    /** The visits that the wearer of each colour was taken for, the one on the left first. */
    private static List<List<String>> visits(TrackerParameters parameters, Colour left, Colour right) {
        return ChangedPlaces.visits(new CameraTracker(parameters), x -> clad(x, left), x -> clad(x, right));
    }

    private static DetectedFace clad(double x, Colour colour) {
        return face(x, 0.5).withClothing(colour);
    }
}
