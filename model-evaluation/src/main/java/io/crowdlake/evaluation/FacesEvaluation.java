package io.crowdlake.evaluation;

import io.crowdlake.evaluation.labels.FaceLabel;
import io.crowdlake.evaluation.report.Counts;
import io.crowdlake.evaluation.report.FacesReport;
import io.crowdlake.evaluation.report.FacesReport.Answer;
import java.util.ArrayList;
import java.util.List;

/** Measures apparent age and gender. */
final class FacesEvaluation {

    private final EvaluationSettings settings;
    private final Progress progress;

    FacesEvaluation(EvaluationSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    FacesReport run() {
        List<FaceLabel> labels = FaceLabel.read(settings.data());
        List<FaceLabel> wanted = labels.stream().limit(settings.limit()).toList();
        List<Answer> answers = new ArrayList<>();
        PortraitLoop loop = new PortraitLoop(settings, progress);
        try (TestedModel model = TestedModel.open(settings.analyzer())) {
            loop.run(model, wanted, FaceLabel::file, (label, told) -> answers.add(new Answer(label, told)));
            return FacesReport.of(
                    model.facts(),
                    new Counts(settings.data().toString(), labels.size(), answers.size(), 0, loop.problems()),
                    loop.detection(),
                    answers,
                    loop.speed());
        }
    }
}
