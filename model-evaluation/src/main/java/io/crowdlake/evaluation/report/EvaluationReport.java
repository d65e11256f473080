package io.crowdlake.evaluation.report;

import java.util.List;

/** The figures of one set. Its JSON form is the record as it is, in snake_case; docs/model-evaluation.md describes each field. */
public sealed interface EvaluationReport permits FacesReport, EmotionReport, BoxesReport {

    /** {@code faces}, {@code emotion} or {@code boxes}. */
    String set();

    ModelFacts model();

    /** What was measured, and what could not be. */
    Counts counts();

    Speed speed();

    /** The figures as tables for people, the most important first. */
    List<ReportTable> tables();
}
