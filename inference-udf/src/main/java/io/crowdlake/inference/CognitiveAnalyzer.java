package io.crowdlake.inference;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.FrameAnalysis;

/** Looks at one frame after the other and says what it saw. Not thread-safe: each slot opens one of its own. */
public interface CognitiveAnalyzer extends AutoCloseable {

    /**
     * Analyses one frame.
     *
     * @throws AnalysisException when this frame can never be analysed, such as a broken picture. Anything else that is thrown counts as
     *     a failure of the analyzer, and the frame may be tried again.
     */
    FrameAnalysis analyze(CameraFrame frame) throws AnalysisException;

    /** Frees what the analyzer holds, native memory included; it must not be used afterwards. */
    @Override
    void close();
}
