package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.Activation;

/**
 * One class of an array of scores, as probabilities.
 *
 * @param values all classes of one box after the other
 * @param classes numbers of a box, at least 1
 * @param column of the class
 * @param activation that makes probabilities of them
 */
record ScoreColumn(float[] values, int classes, int column, Activation activation) {

    /** Probability of the class for a box; NaN where the network gives NaN. */
    double of(int box) {
        double value = values[box * classes + column];
        return switch (activation) {
            case NONE -> value;
            case SIGMOID -> 1 / (1 + Math.exp(-value));
            case SOFTMAX -> softmax(box * classes, value);
        };
    }

    /** e^value over the sum, written so that large values do not overflow. */
    private double softmax(int first, double value) {
        double sum = 0;
        for (int i = first; i < first + classes; i++) {
            sum += Math.exp(values[i] - value);
        }
        return 1 / sum;
    }
}
