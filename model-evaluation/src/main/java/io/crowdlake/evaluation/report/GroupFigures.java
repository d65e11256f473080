package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.List;

/**
 * How well age and gender are told for some of the faces.
 *
 * @param group what they have in common
 * @param faces how many there are
 * @param gender share of right answers
 * @param ageErrorYears mean distance from the middle of the labelled age
 * @param ageBand share of bands that overlap the labelled age
 */
public record GroupFigures(String group, long faces, Proportion gender, Estimate ageErrorYears, Proportion ageBand) {

    static GroupFigures of(String group, List<FacesReport.Answer> answers) {
        return new GroupFigures(
                group,
                answers.size(),
                GenderFigures.accuracy(answers),
                AgeFigures.errorYears(answers),
                AgeFigures.withinBands(answers, 0));
    }
}
