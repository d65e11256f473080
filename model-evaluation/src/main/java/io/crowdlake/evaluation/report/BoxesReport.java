package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.metric.FaceSizes;
import io.crowdlake.evaluation.metric.FalseBoxes;
import io.crowdlake.evaluation.metric.FrameBoxes;
import io.crowdlake.evaluation.metric.PrecisionRecall;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How well faces are found.
 *
 * @param set {@code boxes}
 * @param model what was measured
 * @param counts what it was measured on, in frames
 * @param faces boxes that must be found
 * @param ignored boxes that count neither way
 * @param averagePrecision area below the curve at IoU 0.5, 0..1
 * @param atThreshold at the bundle's own score threshold
 * @param atScores at scores from 0.4 to 0.7
 * @param faceless false boxes with a score above 0.5 in frames without faces
 * @param bySize recall at the bundle's threshold, by the longer side of the face
 * @param byFile short figures of each file, in the order of the labels
 * @param curve precision and recall from the highest score down, at most 200 points
 * @param speed for information only
 */
public record BoxesReport(
        String set,
        ModelFacts model,
        Counts counts,
        long faces,
        long ignored,
        Estimate averagePrecision,
        AtScore atThreshold,
        List<AtScore> atScores,
        FalseBoxes faceless,
        List<FaceSizes.Group> bySize,
        List<FileFigures> byFile,
        List<PrecisionRecall.Point> curve,
        Speed speed)
        implements EvaluationReport {

    /** Above this score a box in a frame without faces is a false one, whatever the bundle's threshold: bundles can be compared. */
    static final double FALSE_ABOVE = 0.5;

    private static final double[] SCORES = {0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70};
    private static final int CURVE_POINTS = 200;

    /**
     * What a threshold would bring.
     *
     * @param score boxes from here up count
     * @param precision share of these boxes that are on faces
     * @param recall share of the faces that they are on
     */
    public record AtScore(double score, Proportion precision, Proportion recall) {

        static AtScore of(PrecisionRecall boxes, double score) {
            return new AtScore(score, boxes.precisionAt(score), boxes.recallAt(score));
        }
    }

    /**
     * One clip or picture.
     *
     * @param file as the labels name it
     * @param frames measured
     * @param faces in them
     * @param averagePrecision 0..1; null where there are no faces
     * @param precision at the bundle's threshold
     * @param recall at the bundle's threshold
     * @param faceless false boxes in its frames without faces
     */
    public record FileFigures(
            String file,
            long frames,
            long faces,
            Double averagePrecision,
            Proportion precision,
            Proportion recall,
            FalseBoxes faceless) {

        static FileFigures of(String file, List<FrameBoxes> frames, double threshold) {
            PrecisionRecall boxes = PrecisionRecall.of(frames);
            return new FileFigures(
                    file,
                    frames.size(),
                    frames.stream().mapToLong(frame -> frame.faces().size()).sum(),
                    boxes.averagePrecision(),
                    boxes.precisionAt(threshold),
                    boxes.recallAt(threshold),
                    FalseBoxes.count(frames, FALSE_ABOVE));
        }
    }

    /** Works the figures out. */
    public static BoxesReport of(ModelFacts model, Counts counts, List<FrameBoxes> frames, Speed speed) {
        PrecisionRecall boxes = PrecisionRecall.of(frames);
        double threshold = model.scoreThreshold();
        Map<String, List<FrameBoxes>> files = frames.stream()
                .collect(Collectors.groupingBy(FrameBoxes::file, LinkedHashMap::new, Collectors.toList()));
        return new BoxesReport(
                "boxes",
                model,
                counts,
                frames.stream().mapToLong(frame -> frame.faces().size()).sum(),
                frames.stream().mapToLong(frame -> frame.ignored().size()).sum(),
                boxes.averagePrecisionWithInterval(),
                AtScore.of(boxes, threshold),
                DoubleStream.of(SCORES)
                        .mapToObj(score -> AtScore.of(boxes, score))
                        .toList(),
                FalseBoxes.count(frames, FALSE_ABOVE),
                FaceSizes.recall(frames, threshold),
                files.entrySet().stream()
                        .map(file -> FileFigures.of(file.getKey(), file.getValue(), threshold))
                        .toList(),
                thinned(boxes.curve()),
                speed);
    }

    @Override
    public List<ReportTable> tables() {
        return BoxesTables.of(this);
    }

    /** Points evenly along the curve, its two ends among them. */
    private static List<PrecisionRecall.Point> thinned(List<PrecisionRecall.Point> curve) {
        if (curve.size() <= CURVE_POINTS) {
            return List.copyOf(curve);
        }
        List<PrecisionRecall.Point> thinned = new ArrayList<>();
        for (int i = 0; i < CURVE_POINTS; i++) {
            thinned.add(curve.get((int) ((long) i * (curve.size() - 1) / (CURVE_POINTS - 1))));
        }
        return thinned;
    }
}
