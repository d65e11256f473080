package io.crowdlake.evaluation.metric;

import java.util.Arrays;
import java.util.List;

/**
 * How often which answer was given to which truth.
 *
 * @param truths labels of the rows
 * @param answers labels of the columns
 * @param counts one row for each truth with a count for each answer; not copied
 */
public record ConfusionMatrix(List<String> truths, List<String> answers, long[][] counts) {

    public ConfusionMatrix {
        truths = List.copyOf(truths);
        answers = List.copyOf(answers);
        int columns = answers.size();
        if (counts.length != truths.size() || Arrays.stream(counts).anyMatch(row -> row.length != columns)) {
            throw new IllegalArgumentException(
                    "counts must be " + truths.size() + " rows with a count for each of " + columns + " answers");
        }
    }

    /** A matrix in which nothing is counted yet. */
    public static ConfusionMatrix empty(List<String> truths, List<String> answers) {
        return new ConfusionMatrix(truths, answers, new long[truths.size()][answers.size()]);
    }

    /** Counts one answer. */
    public void add(int truth, int answer) {
        counts[truth][answer]++;
    }

    /** How often a truth was there. */
    public long row(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /** Of the times that a truth was there, the share that got an answer. */
    public Proportion share(int truth, int answer) {
        return Proportion.of(counts[truth][answer], row(truth));
    }
}
