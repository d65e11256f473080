package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameMatcherTest {

    private static final BoundingBox LEFT = new BoundingBox(0.1, 0.1, 0.1, 0.1);
    private static final BoundingBox RIGHT = new BoundingBox(0.7, 0.1, 0.1, 0.1);

    private final FrameMatcher matcher = new FrameMatcher(
            List.of(new PersonTruth("a", 30, Gender.MALE, Emotion.ANGER, Duration.ZERO, Duration.ofSeconds(9))),
            Set.of("1", "2"));

    @Test
    void laysBoxesOverFaces() {
        MatchedFrame frame = match(new FaceTruth("a", LEFT, 1), face(LEFT, "1"), face(RIGHT, "2"));

        assertThat(frame.truth()).containsExactly("a/0");
        assertThat(frame.found()).containsExactly("1", "2");
        assertThat(frame.overlap()).isDeepEqualTo(new double[][] {{1, 0}});
    }

    @Test
    void aHalfHiddenFaceCountsNeitherWay() {
        MatchedFrame frame = match(new FaceTruth("a", LEFT, 0.3), face(LEFT, "1"), face(RIGHT, "2"));

        assertThat(frame.truth()).isEmpty();
        assertThat(frame.found()).as("the box where nobody is counts").containsExactly("2");
    }

    @Test
    void sightsThatBecameNoVisitDoNotCount() {
        assertThat(match(new FaceTruth("a", LEFT, 1), face(LEFT, "never confirmed"), face(LEFT, null))
                        .found())
                .isEmpty();
    }

    private MatchedFrame match(FaceTruth truth, DetectedFace... faces) {
        FrameAnalysis analysis = new FrameAnalysis(
                "camera", "boot", 1, Instant.EPOCH, null, Instant.EPOCH, 640, 480, "m 1", List.of(faces), null);
        return matcher.match(
                new FrameTruth(1, Duration.ofSeconds(1), List.of(truth), 1),
                new TrackedFrame(analysis, "camera", Instant.EPOCH, List.of()));
    }

    private static DetectedFace face(BoundingBox box, String visit) {
        return new DetectedFace(box, 0.9, FaceAttributes.UNKNOWN, visit);
    }
}
