package io.crowdlake.evaluation;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.evaluation.labels.EmotionLabel;
import io.crowdlake.evaluation.report.Counts;
import io.crowdlake.evaluation.report.EmotionReport;
import io.crowdlake.evaluation.report.EmotionReport.Answer;
import java.util.ArrayList;
import java.util.List;

/** Measures apparent emotion, on pictures of which most people say the same. */
final class EmotionEvaluation {

    private final EvaluationSettings settings;
    private final Progress progress;

    EmotionEvaluation(EvaluationSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    EmotionReport run() {
        List<EmotionLabel> labels = EmotionLabel.read(settings.data());
        List<EmotionLabel> clear =
                labels.stream().filter(label -> label.emotion().isPresent()).toList();
        List<EmotionLabel> wanted = clear.stream().limit(settings.limit()).toList();
        List<Answer> answers = new ArrayList<>();
        PortraitLoop loop = new PortraitLoop(settings, progress);
        try (TestedModel model = TestedModel.open(settings.analyzer())) {
            loop.run(
                    model,
                    wanted,
                    EmotionLabel::file,
                    (label, told) -> answers.add(new Answer(label.emotion().orElseThrow(), told)));
            if (answers.stream().allMatch(answer -> answer.told().emotion() == Emotion.UNKNOWN)) {
                throw new EvaluationException(
                        "model bundle " + settings.analyzer().modelBundle()
                                + " tells no emotions: measure one that does, or another --set");
            }
            return EmotionReport.of(
                    model.facts(),
                    new Counts(
                            settings.data().toString(),
                            labels.size(),
                            answers.size(),
                            labels.size() - clear.size(),
                            loop.problems()),
                    loop.detection(),
                    answers,
                    loop.speed());
        }
    }
}
