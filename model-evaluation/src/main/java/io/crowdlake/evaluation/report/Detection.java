package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.Proportion;

/**
 * How the detector did on pictures of one face.
 *
 * @param notDetected share in which no box reaches the score threshold, so that the job would see nobody; the picture's middle is described then
 * @param noCandidate share in which there is no box at all, not even one below the threshold
 */
public record Detection(Proportion notDetected, Proportion noCandidate) {

    /** Counts pictures one by one. */
    public static final class Counter {

        private long detected;
        private long doubtful;
        private long unseen;

        public void detected() {
            detected++;
        }

        /** There is a box, but below the threshold. */
        public void doubtful() {
            doubtful++;
        }

        /** There is no box. */
        public void unseen() {
            unseen++;
        }

        public Detection detection() {
            long all = detected + doubtful + unseen;
            return new Detection(Proportion.of(doubtful + unseen, all), Proportion.of(unseen, all));
        }
    }
}
