package io.crowdlake.job;

import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.util.List;

/** Answers to the built-in cognitive type, as far as routing goes; never opened. */
public final class FakeAnalyzerFactory implements CognitiveAnalyzerFactory {

    /** These, whatever the class loader sees. */
    public static Analyzers analyzers(ClassLoader unused) {
        return Analyzers.of(List.of(new FakeAnalyzerFactory()));
    }

    @Override
    public String cognitiveType() {
        return CognitiveTypes.CAMFRAME_ANALYSIS;
    }

    @Override
    public boolean accepts(String contentType) {
        return contentType.equals("image/jpeg");
    }

    @Override
    public void check(AnalyzerSettings settings) {}

    @Override
    public CognitiveAnalyzer open(AnalyzerSettings settings) {
        throw new UnsupportedOperationException("frames are analysed by FakeAnalysis");
    }
}
