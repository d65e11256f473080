package io.crowdlake.evaluation.report;

import java.util.List;

/**
 * What the figures were measured on.
 *
 * @param data folder
 * @param labelled pictures or frames that have labels
 * @param measured those that the figures are about
 * @param leftOut those whose truth is not clear
 * @param problems a line for each file that is missing, cannot be read, or has other frames than labels
 */
public record Counts(String data, long labelled, long measured, long leftOut, List<String> problems) {

    public Counts {
        problems = List.copyOf(problems);
    }
}
