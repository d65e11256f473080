package io.crowdlake.inference.flink;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** One open analyzer of every cognitive type; a frame goes to the one that its header names. What its policy forbids to tell, none of them tells. */
final class OpenAnalyzers implements CognitiveAnalyzer {

    private record Open(CognitiveAnalyzerFactory factory, CognitiveAnalyzer analyzer) {}

    private final Map<String, Open> byType = new LinkedHashMap<>();

    /** Opens all, or none when one of them refuses. */
    OpenAnalyzers(Analyzers analyzers, AnalyzerSettings settings) {
        try {
            for (CognitiveAnalyzerFactory factory : analyzers.all()) {
                byType.put(factory.cognitiveType(), new Open(factory, factory.open(settings)));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public FrameAnalysis analyze(CameraFrame frame) throws AnalysisException {
        Open open = byType.get(frame.cognitiveType());
        if (open == null) {
            throw new AnalysisException(
                    DeadLetterReason.COGNITIVE_TYPE_UNKNOWN,
                    "cognitive type is " + frame.cognitiveType() + ", must be one of "
                            + String.join(", ", byType.keySet()));
        }
        if (!open.factory().accepts(frame.contentType())) {
            throw new AnalysisException(
                    DeadLetterReason.CONTENT_TYPE_UNSUPPORTED,
                    "content type is " + frame.contentType() + ", which the analyzer of " + frame.cognitiveType()
                            + " does not read");
        }
        return frame.policy().apply(open.analyzer().analyze(frame));
    }

    @Override
    public void close() {
        byType.values().forEach(open -> open.analyzer().close());
        byType.clear();
    }
}
