package io.crowdlake.evaluation.report;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.evaluation.metric.Calibration;
import io.crowdlake.evaluation.metric.ConfusionMatrix;
import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.metric.Proportion;
import io.crowdlake.evaluation.report.FacesReport.Answer;
import java.util.Arrays;
import java.util.List;

/**
 * How well apparent age is told. Faces of which the network tells none are left out.
 *
 * @param errorYears mean distance of the told years from the middle of the labelled age
 * @param band share in which the told one of the 7 bands overlaps the labelled age
 * @param bandNextOrBetter share in which it, or a band next to it, does
 * @param calibration of the probability of the band that is told
 * @param confusion told bands by labelled age
 */
public record AgeFigures(
        Estimate errorYears,
        Proportion band,
        Proportion bandNextOrBetter,
        Calibration calibration,
        ConfusionMatrix confusion) {

    private static final List<String> BANDS = Arrays.stream(AgeBand.values())
            .filter(band -> band != AgeBand.UNKNOWN)
            .map(AgeBand::label)
            .toList();

    /** @param ages the labelled ages, from young to old */
    static AgeFigures of(List<Answer> answers, List<String> ages) {
        Calibration.Counter calibration = new Calibration.Counter();
        ConfusionMatrix confusion = ConfusionMatrix.empty(ages, BANDS);
        for (Answer answer : withBand(answers)) {
            calibration.add(answer.told().ageConfidence(), bandsOff(answer) == 0);
            confusion.add(
                    ages.indexOf(answer.label().age().group()),
                    answer.told().ageBand().ordinal());
        }
        return new AgeFigures(
                errorYears(answers),
                withinBands(answers, 0),
                withinBands(answers, 1),
                calibration.calibration(),
                confusion);
    }

    static Estimate errorYears(List<Answer> answers) {
        return Estimate.mean(answers.stream()
                .filter(answer -> answer.told().ageYears() != null)
                .mapToDouble(answer ->
                        Math.abs(answer.told().ageYears() - answer.label().age().middle()))
                .toArray());
    }

    static Proportion withinBands(List<Answer> answers, int bands) {
        List<Answer> told = withBand(answers);
        return Proportion.of(
                told.stream().filter(answer -> bandsOff(answer) <= bands).count(), told.size());
    }

    private static int bandsOff(Answer answer) {
        return answer.label().age().bandsFrom(answer.told().ageBand());
    }

    private static List<Answer> withBand(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.told().ageBand() != AgeBand.UNKNOWN)
                .toList();
    }
}
