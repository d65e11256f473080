package io.crowdlake.evaluation;

import io.crowdlake.inference.AnalyzerSettings;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What is measured on what.
 *
 * @param set what is known of the files in the folder
 * @param data folder with the files and their labels
 * @param analyzer bundle, precision and limits
 * @param limit at most so many pictures or frames, the first of the labels; above 0
 */
public record EvaluationSettings(EvaluationSet set, Path data, AnalyzerSettings analyzer, long limit) {

    public EvaluationSettings {
        Objects.requireNonNull(set, "set is null");
        Objects.requireNonNull(data, "data is null");
        Objects.requireNonNull(analyzer, "analyzer is null");
        if (limit < 1) {
            throw new IllegalArgumentException("--limit is " + limit + ", must be above 0");
        }
    }
}
