package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.visit.LookReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people of the same age and gender are known again by what they look like, or are not. */
class LooksTest {

    private static final TrackerParameters PARAMETERS = TrackerParameters.ofVisitGap(Duration.ofSeconds(20));
    private static final float[][] DIRECTIONS = {{1, 0}, {0, 1}};

    @Test
    void whoHasChangedPlacesIsKnownByTheirLook() {
        List<List<String>> visits = visits(look -> DIRECTIONS[look.embedding().bytes()[0]]);

        assertThat(visits.get(0)).hasSize(1);
        assertThat(visits.get(1)).hasSize(1).doesNotContainAnyElementsOf(visits.get(0));
    }

    @Test
    void withoutAReaderEverybodyIsKnownByTheirPlace() {
        assertThat(visits(LookReader.NONE).get(0)).hasSize(2);
    }

    @Test
    void aLookThatCannotBeOpenedSaysNothing() {
        assertThat(visits(look -> null)).isEqualTo(visits(LookReader.NONE));
    }

    @Test
    void eachLookIsOpenedOnceAFrame() {
        List<Look> opened = new ArrayList<>();
        Appearances appearances = new Appearances(look -> {
            opened.add(look);
            return DIRECTIONS[0];
        });
        TrackStep step = new CameraTracker(PARAMETERS).advance(TrackerState.EMPTY, frame(0, at(0), looking(0.5, 0)));
        Track track = step.state().tracks().get(0);

        assertThat(appearances.of(track).features().direction()).isEqualTo(DIRECTIONS[0]);
        assertThat(appearances.of(track)).isEqualTo(appearances.of(track));
        assertThat(opened).containsExactly(track.look());
    }

    private static List<List<String>> visits(LookReader reader) {
        return ChangedPlaces.visits(new CameraTracker(PARAMETERS, reader), x -> looking(x, 0), x -> looking(x, 1));
    }

    private static DetectedFace looking(double x, int direction) {
        return face(x, 0.5, 0.95, woman(30)).withEmbedding(new SealedEmbedding(new byte[] {(byte) direction}));
    }
}
