package io.crowdlake.evaluation;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.evaluation.picture.DataFolder;
import io.crowdlake.evaluation.picture.PictureReader;
import io.crowdlake.evaluation.picture.UnreadableException;
import io.crowdlake.evaluation.report.Detection;
import io.crowdlake.evaluation.report.Speed;
import io.crowdlake.inference.image.BgrImage;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Looks at pictures of one face each, one after the other, as the job looks at frames. */
final class PortraitLoop {

    private final EvaluationSettings settings;
    private final Progress progress;
    private final Problems problems;
    private final Detection.Counter detection = new Detection.Counter();
    private Speed speed;

    PortraitLoop(EvaluationSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.problems = new Problems(settings);
    }

    /** Asks a model about each labelled picture that can be read; throws EvaluationException when none can, or it tells nothing. */
    <L> void run(TestedModel model, List<L> labels, Function<L, String> file, BiConsumer<L, FaceAttributes> answers) {
        model.requireAttributes();
        DataFolder folder = new DataFolder(settings.data());
        CpuClock clock = new CpuClock();
        try (PictureReader reader = new PictureReader(settings.analyzer().maxPixels())) {
            for (int i = 0; i < labels.size(); i++) {
                String name = file.apply(labels.get(i));
                try {
                    BgrImage picture = reader.read(folder.find(name));
                    LocatedFace face = model.locate(picture);
                    count(face.found());
                    answers.accept(labels.get(i), model.describe(picture, face.box()));
                } catch (UnreadableException e) {
                    problems.add(name, e);
                }
                progress.at(i + 1, labels.size());
            }
        }
        long measured = labels.size() - problems.lines().size();
        problems.requireSome(measured);
        speed = clock.speed(measured);
    }

    Detection detection() {
        return detection.detection();
    }

    List<String> problems() {
        return problems.lines();
    }

    Speed speed() {
        return speed;
    }

    private void count(LocatedFace.Found found) {
        switch (found) {
            case SURELY -> detection.detected();
            case DOUBTFULLY -> detection.doubtful();
            case NOT_AT_ALL -> detection.unseen();
        }
    }
}
