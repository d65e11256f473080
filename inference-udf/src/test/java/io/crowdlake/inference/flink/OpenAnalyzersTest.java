package io.crowdlake.inference.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAnalyzersTest {

    private static final FaceAttributes KNOWN =
            new FaceAttributes(31.5, AgeBand.AGE_30_39, 0.8, Gender.FEMALE, 0.9, Emotion.HAPPINESS, 0.7);

    @Test
    void whatThePolicyOfAFrameForbidsNoAnalyzerTells() throws Exception {
        try (OpenAnalyzers analyzers =
                new OpenAnalyzers(Analyzers.of(List.of(new Talkative())), AnalyzerSettings.defaults())) {
            assertThat(told(analyzers, AttributePolicy.ALL)).isEqualTo(KNOWN);
            assertThat(told(analyzers, null)).isEqualTo(KNOWN);
            assertThat(told(analyzers, new AttributePolicy(false, true, false, true)))
                    .isEqualTo(new FaceAttributes(null, AgeBand.UNKNOWN, 0, Gender.FEMALE, 0.9, Emotion.UNKNOWN, 0));
        }
    }

    private static FaceAttributes told(OpenAnalyzers analyzers, AttributePolicy policy) throws Exception {
        CameraFrame frame = new CameraFrame(
                "door", "boot", 1, Instant.EPOCH, null, "talk", "image/jpeg", new byte[] {1}, null, policy);
        return analyzers.analyze(frame).faces().get(0).attributes();
    }

    /** Tells all that it can of anybody. */
    private static final class Talkative implements CognitiveAnalyzerFactory, CognitiveAnalyzer {

        @Override
        public String cognitiveType() {
            return "talk";
        }

        @Override
        public boolean accepts(String contentType) {
            return true;
        }

        @Override
        public void check(AnalyzerSettings settings) {}

        @Override
        public CognitiveAnalyzer open(AnalyzerSettings settings) {
            return this;
        }

        @Override
        public FrameAnalysis analyze(CameraFrame frame) {
            DetectedFace face = new DetectedFace(new BoundingBox(0.1, 0.1, 0.2, 0.2), 0.9, KNOWN);
            return new FrameAnalysis(
                    frame.deviceId(),
                    frame.bootId(),
                    frame.sequence(),
                    frame.capturedAt(),
                    null,
                    Instant.EPOCH,
                    640,
                    480,
                    "talk 1",
                    List.of(face),
                    null);
        }

        @Override
        public void close() {}
    }
}
