package io.crowdlake.evaluation;

import io.crowdlake.evaluation.report.EvaluationReport;

/** Measures a bundle. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Looks at all labelled files. The labels are read and checked before the bundle is loaded.
     *
     * @throws EvaluationException with one line when the labels cannot be used, or none of their files
     * @throws io.crowdlake.inference.bundle.BundleException with one line when the bundle cannot work
     */
    public static EvaluationReport run(EvaluationSettings settings, Progress progress) {
        return switch (settings.set()) {
            case FACES -> new FacesEvaluation(settings, progress).run();
            case EMOTION -> new EmotionEvaluation(settings, progress).run();
            case BOXES -> new BoxesEvaluation(settings, progress).run();
        };
    }
}
