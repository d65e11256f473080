package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.inference.face.FaceBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FrameComposerTest {

    @ParameterizedTest
    @FieldSource("io.crowdlake.benchmark.inference.FrameKind#ALL")
    void framesHaveTheirSizeAndTheirNumberOfFaces(FrameKind kind) throws IOException {
        for (DrawnFrame frame : compose(kind, 1)) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));

            assertThat(image.getWidth()).isEqualTo(kind.width());
            assertThat(image.getHeight()).isEqualTo(kind.height());
            assertThat(frame.faces()).hasSize(kind.faces());
            assertThat(frame.faces()).allSatisfy(face -> {
                assertThat(face.left()).isNotNegative();
                assertThat(face.top()).isNotNegative();
                assertThat(face.right()).isLessThanOrEqualTo(kind.width());
                assertThat(face.bottom()).isLessThanOrEqualTo(kind.height());
                assertThat(face.longerSide()).isGreaterThan(14);
            });
        }
    }

    @ParameterizedTest
    @FieldSource("io.crowdlake.benchmark.inference.FrameKind#ALL")
    void nobodyStandsInFrontOfAnother(FrameKind kind) {
        for (DrawnFrame frame : compose(kind, 2)) {
            for (FaceBox face : frame.faces()) {
                assertThat(frame.faces())
                        .filteredOn(other -> other.overlap(face) > 0)
                        .containsExactly(face);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("io.crowdlake.benchmark.inference.FrameKind#ALL")
    void theBuiltInDetectorSeesThemWhereTheyAre(FrameKind kind) throws AnalysisException {
        try (FaceAnalyzer analyzer =
                FaceAnalyzer.open(ModelBundle.load(AnalyzerSettings.BUILT_IN_BUNDLE), AnalyzerSettings.defaults())) {
            for (DrawnFrame frame : compose(kind, 3)) {
                List<FaceBox> found = analyzer.detect(analyzer.decode(frame.jpeg()));

                long seen = frame.faces().stream()
                        .filter(face -> found.stream().anyMatch(box -> box.overlap(face) > 0.4))
                        .count();
                assertThat(seen).isGreaterThanOrEqualTo(Math.round(0.75 * kind.faces()));
                assertThat(found)
                        .as("sure enough to begin a visit")
                        .filteredOn(box -> box.score() >= 0.6)
                        .hasSizeLessThanOrEqualTo(kind.faces() + 1 + kind.faces() / 4);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameFrames() {
        FrameKind kind = FrameKind.HEADLINE;

        assertThat(compose(kind, 7).get(1).jpeg())
                .isEqualTo(compose(kind, 7).get(1).jpeg());
        assertThat(compose(kind, 7).get(1).jpeg())
                .isNotEqualTo(compose(kind, 8).get(1).jpeg());
    }

    @Test
    void refusesNumbersThatCannotBeArranged() {
        try (FrameComposer composer = new FrameComposer(1)) {
            assertThatThrownBy(() -> composer.compose(new FrameKind(640, 480, 6), 1))
                    .hasMessageContaining("multiple of 4");
        }
    }

    private static List<DrawnFrame> compose(FrameKind kind, long seed) {
        try (FrameComposer composer = new FrameComposer(seed)) {
            return composer.compose(kind, 3);
        }
    }
}
