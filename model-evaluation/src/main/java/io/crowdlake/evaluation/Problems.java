package io.crowdlake.evaluation;

import io.crowdlake.evaluation.picture.UnreadableException;
import java.util.ArrayList;
import java.util.List;

/** What could not be measured, file by file; not fatal while something is left. */
final class Problems {

    private final EvaluationSettings settings;
    private final List<String> lines = new ArrayList<>();

    Problems(EvaluationSettings settings) {
        this.settings = settings;
    }

    void add(String file, UnreadableException problem) {
        add(file, problem.getMessage());
    }

    void add(String file, String problem) {
        lines.add(file + " " + problem);
    }

    List<String> lines() {
        return lines;
    }

    /** Throws EvaluationException where nothing was measured. */
    void requireSome(long measured) {
        if (measured == 0) {
            throw new EvaluationException("--data " + settings.data() + " has nothing that can be measured: "
                    + (lines.isEmpty() ? "no label counts" : lines.get(0) + more())
                    + "; put the labelled files there");
        }
    }

    private String more() {
        return lines.size() == 1 ? "" : " (and " + (lines.size() - 1) + " more like it)";
    }
}
