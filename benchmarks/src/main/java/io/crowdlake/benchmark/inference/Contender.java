package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.StageClock;
import io.crowdlake.inference.AnalysisException;

/** One way to analyse frames. All contenders do the same work: the frame's known faces are described, whichever were detected. */
interface Contender extends AutoCloseable {

    /** As tables and reports call it. */
    String name();

    /**
     * Analyses a frame on the calling thread alone.
     *
     * @param clock has been started, and is told the end of each stage
     * @return how many faces were detected
     */
    int analyze(DrawnFrame frame, StageClock<Stage> clock) throws AnalysisException;

    @Override
    void close();
}
