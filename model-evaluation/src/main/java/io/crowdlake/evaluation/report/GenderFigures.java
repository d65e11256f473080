package io.crowdlake.evaluation.report;

import io.crowdlake.contracts.Gender;
import io.crowdlake.evaluation.metric.Calibration;
import io.crowdlake.evaluation.metric.ConfusionMatrix;
import io.crowdlake.evaluation.metric.Proportion;
import io.crowdlake.evaluation.report.FacesReport.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well apparent gender is told. Faces of which the network tells none are left out.
 *
 * @param accuracy share in which the more probable gender is the right one
 * @param accuracyAge10AndOver the same for labelled ages from 10 years up
 * @param sure share whose probability reaches the gender threshold; of the others the job says unknown
 * @param accuracyWhenSure share of right answers among them
 * @param worstRace with the lowest accuracy; null without races
 * @param worstRaceBelowMean how far its accuracy is below that of all faces, in percentage points; null without races
 * @param calibration of the probability of the gender that is told
 * @param confusion what is told, by truth
 */
public record GenderFigures(
        Proportion accuracy,
        Proportion accuracyAge10AndOver,
        Proportion sure,
        Proportion accuracyWhenSure,
        String worstRace,
        Double worstRaceBelowMean,
        Calibration calibration,
        ConfusionMatrix confusion) {

    private static final int CHILD_BELOW = 10;
    private static final List<String> GENDERS = List.of(Gender.FEMALE.label(), Gender.MALE.label());

    static GenderFigures of(List<Answer> answers, double threshold, List<GroupFigures> races) {
        List<Answer> told = told(answers);
        List<Answer> sure = told.stream()
                .filter(answer -> answer.told().genderConfidence() >= threshold)
                .toList();
        Calibration.Counter calibration = new Calibration.Counter();
        ConfusionMatrix confusion = ConfusionMatrix.empty(GENDERS, GENDERS);
        for (Answer answer : told) {
            calibration.add(answer.told().genderConfidence(), isRight(answer));
            confusion.add(
                    answer.label().gender().ordinal(), answer.told().gender().ordinal());
        }
        Proportion accuracy = accuracy(answers);
        Optional<GroupFigures> worst = races.stream()
                .filter(race -> race.gender().value() != null)
                .min(Comparator.comparing(race -> race.gender().value()));
        return new GenderFigures(
                accuracy,
                accuracy(answers.stream()
                        .filter(answer -> answer.label().age().low() >= CHILD_BELOW)
                        .toList()),
                Proportion.of(sure.size(), told.size()),
                accuracy(sure),
                worst.map(GroupFigures::group).orElse(null),
                worst.map(race -> 100 * (accuracy.value() - race.gender().value()))
                        .orElse(null),
                calibration.calibration(),
                confusion);
    }

    static Proportion accuracy(List<Answer> answers) {
        List<Answer> told = told(answers);
        return Proportion.of(told.stream().filter(GenderFigures::isRight).count(), told.size());
    }

    private static boolean isRight(Answer answer) {
        return answer.told().gender() == answer.label().gender();
    }

    private static List<Answer> told(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.told().gender() != Gender.UNKNOWN)
                .toList();
    }
}
