package io.crowdlake.evaluation.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether answers are as often right as their probabilities say: the expected calibration error of C. Guo et al., "On calibration of modern
 * neural networks", ICML 2017, over bins of equal width.
 *
 * @param error mean distance of probability and share of right answers over the bins, weighted by their answers, 0..1; null without answers
 * @param bins those that hold answers, from low to high probability
 */
public record Calibration(Double error, List<Bin> bins) {

    /** Bins between probability 0 and 1. */
    public static final int BINS = 15;

    /**
     * Answers of about the same probability.
     *
     * @param from lowest probability of the bin, 0..1
     * @param to highest probability of the bin, 0..1
     * @param probability mean over the answers, from..to
     * @param right share of the answers that are right
     */
    public record Bin(double from, double to, double probability, Proportion right) {}

    /** Gathers answers one by one. */
    public static final class Counter {

        private final double[] probabilities = new double[BINS];
        private final long[] right = new long[BINS];
        private final long[] counts = new long[BINS];

        /** Counts an answer that was given with a probability, 0..1. */
        public void add(double probability, boolean isRight) {
            int bin = Math.max(0, Math.min(BINS - 1, (int) (probability * BINS)));
            probabilities[bin] += probability;
            counts[bin]++;
            right[bin] += isRight ? 1 : 0;
        }

        /** The error over all answers so far. */
        public Calibration calibration() {
            List<Bin> bins = new ArrayList<>();
            double distances = 0;
            long all = 0;
            for (int i = 0; i < BINS; i++) {
                if (counts[i] > 0) {
                    bins.add(new Bin(
                            (double) i / BINS,
                            (i + 1.0) / BINS,
                            probabilities[i] / counts[i],
                            Proportion.of(right[i], counts[i])));
                    distances += Math.abs(probabilities[i] - right[i]);
                    all += counts[i];
                }
            }
            return new Calibration(all == 0 ? null : distances / all, List.copyOf(bins));
        }
    }
}
