package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.time.Duration;
import java.time.Instant;

/** Has pictures analysed as the job does. */
final class Pictures {

    private final FaceAnalyzer analyzer;
    private final Instant start;

    /** @param start event time of the first one */
    Pictures(FaceAnalyzer analyzer, Instant start) {
        this.analyzer = analyzer;
        this.start = start;
    }

    FrameAnalysis analyze(byte[] jpeg, long number, Duration position) throws AnalysisException {
        return analyzer.analyze(new CameraFrame(
                "camera", "boot", number, start.plus(position), null, "faces", "image/jpeg", jpeg, null));
    }
}
