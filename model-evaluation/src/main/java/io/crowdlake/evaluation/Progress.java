package io.crowdlake.evaluation;

/** Is told how far a long evaluation has come. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done pictures or frames so far
     * @param all pictures or frames there will be
     */
    void at(long done, long all);
}
