package io.crowdlake.device.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.SceneOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisViewTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aMessageHasTheClearFacesOfTheSceneAndWhatTheirPeopleAre() throws Exception {
        int faces = 0;
        try (AnalysisView view = new AnalysisView(SceneOptions.busy(3))) {
            for (int second = 0; second < 120; second++) {
                View.Message message = view.at(
                        new View.Stamp("door", "boot", second, Duration.ofSeconds(second), NOON.plusSeconds(second)));
                FrameAnalysis analysis = JsonCodec.read(message.body(), FrameAnalysis.class);

                assertThat(message.contentType()).isEqualTo("application/json");
                assertThat(analysis.capturedAt()).isEqualTo(NOON.plusSeconds(second));
                List<FaceTruth> clear = message.truth().faces().stream()
                        .filter(FaceTruth::clear)
                        .toList();
                assertThat(analysis.faces()).hasSameSizeAs(clear);
                assertThat(analysis.faces())
                        .extracting(DetectedFace::attributes)
                        .allSatisfy(seen -> {
                            assertThat(seen.gender()).isNotEqualTo(Gender.UNKNOWN);
                            assertThat(seen.ageYears()).isNotNull();
                        });
                assertThat(analysis.faces())
                        .extracting(DetectedFace::clothing, DetectedFace::hair)
                        .isEqualTo(clear.stream()
                                .map(face -> tuple(face.clothing(), face.hair()))
                                .toList());
                faces += clear.size();
            }
        }
        assertThat(faces).as("somebody came by").isPositive();
    }
}
