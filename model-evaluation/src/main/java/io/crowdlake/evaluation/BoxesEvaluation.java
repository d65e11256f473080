package io.crowdlake.evaluation;

import io.crowdlake.device.source.VideoSource;
import io.crowdlake.evaluation.labels.BoxLabels;
import io.crowdlake.evaluation.labels.ClipLabel;
import io.crowdlake.evaluation.labels.FrameLabel;
import io.crowdlake.evaluation.metric.FrameBoxes;
import io.crowdlake.evaluation.picture.DataFolder;
import io.crowdlake.evaluation.picture.FrameReader;
import io.crowdlake.evaluation.picture.PictureReader;
import io.crowdlake.evaluation.picture.UnreadableException;
import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.Counts;
import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures where faces are found. */
final class BoxesEvaluation {

    private static final FrameLabel NOBODY = new FrameLabel(List.of(), List.of());

    private final EvaluationSettings settings;
    private final Progress progress;
    private final Problems problems;
    private final List<FrameBoxes> frames = new ArrayList<>();
    private long all;

    BoxesEvaluation(EvaluationSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.problems = new Problems(settings);
    }

    BoxesReport run() {
        List<ClipLabel> clips = BoxLabels.read(settings.data());
        long labelled = clips.stream().mapToLong(clip -> clip.frames().size()).sum();
        all = Math.min(settings.limit(), labelled);
        DataFolder folder = new DataFolder(settings.data());
        try (TestedModel model = TestedModel.open(settings.analyzer());
                PictureReader pictures = new PictureReader(settings.analyzer().maxPixels())) {
            CpuClock clock = new CpuClock();
            for (ClipLabel clip : clips) {
                if (frames.size() < settings.limit()) {
                    look(clip, folder, pictures, model);
                }
            }
            problems.requireSome(frames.size());
            return BoxesReport.of(
                    model.facts(),
                    new Counts(settings.data().toString(), labelled, frames.size(), 0, problems.lines()),
                    frames,
                    clock.speed(frames.size()));
        }
    }

    private void look(ClipLabel clip, DataFolder folder, PictureReader pictures, TestedModel model) {
        int longestSide = Math.max(VideoSource.DEFAULT_LONGEST_SIDE, model.longestSide());
        try (FrameReader reader = FrameReader.open(folder.find(clip.file()), pictures, longestSide)) {
            // A picture without a face may be labelled with an empty list instead of a list of one empty list.
            List<FrameLabel> labels = clip.frames().isEmpty() && !reader.isClip() ? List.of(NOBODY) : clip.frames();
            int seen = 0;
            Optional<BgrImage> picture = reader.next();
            while (picture.isPresent() && seen < labels.size() && frames.size() < settings.limit()) {
                List<FaceBox> found = scaled(model.candidates(picture.get()), picture.get(), clip);
                FrameLabel label = labels.get(seen++);
                frames.add(new FrameBoxes(clip.file(), found, label.faces(), label.ignored()));
                progress.at(frames.size(), Math.max(all, frames.size()));
                picture = reader.next();
            }
            if (frames.size() < settings.limit() && (seen < labels.size() || picture.isPresent())) {
                problems.add(
                        clip.file(),
                        "has " + (picture.isPresent() ? "more" : "only " + seen) + " frames, and " + labels.size()
                                + " lists of boxes: the first " + seen + " frames count");
            }
        } catch (UnreadableException e) {
            problems.add(clip.file(), e);
        }
    }

    /** Boxes in pixels of the labels. */
    private static List<FaceBox> scaled(List<FaceBox> boxes, BgrImage picture, ClipLabel clip) {
        double x = clip.width() == 0 ? 1 : (double) clip.width() / picture.width();
        double y = clip.height() == 0 ? 1 : (double) clip.height() / picture.height();
        return boxes.stream()
                .map(box -> new FaceBox(box.left() * x, box.top() * y, box.right() * x, box.bottom() * y, box.score()))
                .toList();
    }
}
