package io.crowdlake.counting.visit;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.track.CameraTracker;
import io.crowdlake.counting.track.TrackStep;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.track.TrackerState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept to recognise a visitor by, on the way through the tracker. */
class LookTest {

    private final CameraTracker tracker = new CameraTracker(TrackerParameters.ofVisitGap(Duration.ofSeconds(2)));

    private TrackStep step = new TrackStep(
            TrackerState.EMPTY,
            tracker.silence(TrackerState.EMPTY, "camera-1", at(0)).frame(),
            List.of());
    private int sequence;

    @Test
    void aVisitEndsWithTheLookOfItsBestFace() {
        see(face(0.5, 0.5, 0.91, woman(30)).withEmbedding(look(1)));
        see(face(0.5, 0.5, 0.97, woman(30)).withEmbedding(look(2)));
        see(face(0.5, 0.5, 0.99, woman(30)));
        see(face(0.5, 0.5, 0.95, woman(30)).withEmbedding(look(3)));
        assertThat(step.frame().visits()).extracting(VisitUpdate::look).containsOnlyNulls();

        step = tracker.silence(step.state(), "camera-1", at(4));

        Look kept = step.frame().visits().get(0).look();
        assertThat(kept.embedding()).isEqualTo(look(2));
        assertThat(kept.seen()).isEqualTo(at(1));
    }

    @Test
    void facesThatArePassedOnHaveNone() {
        see(
                face(0.5, 0.5).withEmbedding(look(1)),
                face(0.2, 0.2, 0.3, woman(40)).withEmbedding(look(2)));
        assertThat(step.frame().analysis().faces())
                .extracting(DetectedFace::embedding)
                .containsOnlyNulls();

        assertThat(tracker.late(step.state(), frame(9, at(-1), face(0.5, 0.5).withEmbedding(look(3))))
                        .analysis()
                        .faces())
                .extracting(DetectedFace::embedding)
                .containsOnlyNulls();
    }

    @Test
    void withoutEmbeddingsThereIsNone() {
        see(face(0.5, 0.5));
        step = tracker.silence(step.state(), "camera-1", at(1));

        assertThat(step.frame().visits()).extracting(VisitUpdate::look).containsExactly((Look) null);
    }

    private void see(DetectedFace... faces) {
        step = tracker.advance(step.state(), frame(sequence, at(sequence), faces));
        sequence++;
    }

    private static SealedEmbedding look(int number) {
        return new SealedEmbedding(new byte[] {(byte) number});
    }
}
