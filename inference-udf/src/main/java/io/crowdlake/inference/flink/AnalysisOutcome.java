package io.crowdlake.inference.flink;

import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;

/**
 * What became of a frame: exactly one of the two is there.
 *
 * @param analysis what was seen, or null
 * @param deadLetter why nothing could be seen, or null
 */
public record AnalysisOutcome(FrameAnalysis analysis, DeadLetter deadLetter) {

    public AnalysisOutcome {
        if ((analysis == null) == (deadLetter == null)) {
            throw new IllegalArgumentException("an outcome is either an analysis or a dead letter");
        }
    }

    static AnalysisOutcome of(FrameAnalysis analysis) {
        return new AnalysisOutcome(analysis, null);
    }

    static AnalysisOutcome of(DeadLetter deadLetter) {
        return new AnalysisOutcome(null, deadLetter);
    }
}
