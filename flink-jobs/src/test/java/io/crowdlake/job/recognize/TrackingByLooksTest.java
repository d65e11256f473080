package io.crowdlake.job.recognize;

import static io.crowdlake.job.track.People.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingException;
import io.crowdlake.inference.seal.SealingKey;
import io.crowdlake.job.track.OperatorRig;
import io.crowdlake.job.track.People;
import io.crowdlake.job.track.TrackFunction;
import io.crowdlake.job.track.TrackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is hidden for a while, and somebody else stands in their place. */
class TrackingByLooksTest {

    private static final int FRAMES = 20;
    private static final int HIDDEN_FROM = 6;
    private static final int BACK_AT = 10;

    @TempDir
    Path folder;

    private String key;

    @BeforeEach
    void seal() throws Exception {
        key = KeyFiles.create(folder, 1);
    }

    @Test
    void withTheKeyTwoPeopleAreTwoVisits() throws Exception {
        assertThat(visits(key)).hasSize(2);
    }

    @Test
    void withoutLooksTheyAreOne() throws Exception {
        assertThat(visits(null)).hasSize(1);
    }

    @Test
    void whatAnotherKeySealedSaysNothing() throws Exception {
        assertThat(visits(KeyFiles.create(folder, 2))).hasSize(1);
    }

    @Test
    void aKeyThatIsNotThereStopsTheJobWithOneLine() {
        assertThatThrownBy(() -> visits(folder.resolve("missing").toString()))
                .hasRootCauseInstanceOf(SealingException.class)
                .rootCause()
                .hasMessageContaining("recognition.key-file is " + folder.resolve("missing"));
    }

    private List<Visit> visits(String readWith) throws Exception {
        TrackSettings settings = new TrackSettings(
                Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(20), true, readWith, Duration.ofHours(1));
        EmbeddingSealer sealer = new EmbeddingSealer(SealingKey.read(key));
        try (OperatorRig<FrameAnalysis, TrackedFrame> track =
                new OperatorRig<>(new TrackFunction(settings), FrameAnalysis::deviceId, false, at(0), null)) {
            for (int number = 0; number < FRAMES; number++) {
                boolean hidden = number >= HIDDEN_FROM && number < BACK_AT;
                int person = number < BACK_AT ? 1 : 2;
                DetectedFace face = new DetectedFace(new BoundingBox(0.4, 0.4, 0.1, 0.1), 0.95, FaceAttributes.UNKNOWN)
                        .withEmbedding(sealer.seal(Looks.at(person, number)));
                track.send(People.frame("camera-1", number, at(number), hidden ? List.of() : List.of(face)));
            }
            track.turnTo(at(FRAMES).plusSeconds(120));
            return track.takeSideOutput(TrackFunction.CLOSED_VISITS);
        }
    }
}
