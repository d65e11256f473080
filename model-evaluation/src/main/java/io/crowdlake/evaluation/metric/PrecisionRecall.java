package io.crowdlake.evaluation.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many of the found boxes are on faces, and how many of the faces are found, at every score. */
public final class PrecisionRecall {

    private final int[] facesOfFrame;
    private final long faces;
    /** All boxes that count, the surest first; of two that are as sure, the one on a face. */
    private final ScoredBox[] boxes;

    private record ScoredBox(double score, boolean onFace, int frame) {}

    /**
     * A point of the curve.
     *
     * @param score of the last box that is counted, 0..1
     * @param precision share of the boxes that are on faces, 0..1
     * @param recall share of the faces that are found, 0..1
     */
    public record Point(double score, double precision, double recall) {}

    private PrecisionRecall(List<Matching> matchings) {
        facesOfFrame =
                matchings.stream().mapToInt(one -> one.faceScores().length).toArray();
        faces = Arrays.stream(facesOfFrame).asLongStream().sum();
        List<ScoredBox> all = new ArrayList<>();
        for (int i = 0; i < facesOfFrame.length; i++) {
            int frame = i;
            Arrays.stream(matchings.get(frame).faceScores())
                    .filter(score -> score != Matching.NOT_FOUND)
                    .forEach(score -> all.add(new ScoredBox(score, true, frame)));
            matchings.get(frame).falseScores().forEach(score -> all.add(new ScoredBox(score, false, frame)));
        }
        boxes = all.stream()
                .sorted(Comparator.comparingDouble(ScoredBox::score)
                        .reversed()
                        .thenComparing(ScoredBox::onFace, Comparator.reverseOrder()))
                .toArray(ScoredBox[]::new);
    }

    /** Matches the boxes of all frames with their faces. */
    public static PrecisionRecall of(List<FrameBoxes> frames) {
        return new PrecisionRecall(frames.stream().map(Matching::of).toList());
    }

    /**
     * Average precision at IoU 0.5: the area below the curve, at all its points, after the precision at each recall has been raised to the
     * best at that recall or a higher one; 0..1, null where there are no faces.
     */
    public Double averagePrecision() {
        int[] once = new int[facesOfFrame.length];
        Arrays.fill(once, 1);
        double value = averagePrecision(once);
        return Double.isNaN(value) ? null : value;
    }

    /**
     * The same with an interval from bootstrap samples of the frames. It is too narrow for clips, since their frames resemble each other.
     */
    public Estimate averagePrecisionWithInterval() {
        return faces == 0 ? Estimate.NONE : Bootstrap.estimate(facesOfFrame.length, faces, this::averagePrecision);
    }

    /** With each frame taken so many times; NaN where that leaves no faces. */
    private double averagePrecision(int[] times) {
        long truths = 0;
        for (int frame = 0; frame < times.length; frame++) {
            truths += (long) times[frame] * facesOfFrame[frame];
        }
        if (truths == 0) {
            return Double.NaN;
        }
        double[] precision = new double[boxes.length];
        long right = 0;
        long all = 0;
        for (int i = 0; i < boxes.length; i++) {
            int repeated = times[boxes[i].frame()];
            all += repeated;
            right += boxes[i].onFace() ? repeated : 0;
            precision[i] = all == 0 ? 0 : (double) right / all;
        }
        double area = 0;
        double best = 0;
        for (int i = boxes.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            area += boxes[i].onFace() ? best * times[boxes[i].frame()] : 0;
        }
        return area / truths;
    }

    /** Of the boxes from a score up, the share on faces. */
    public Proportion precisionAt(double score) {
        return Proportion.of(
                onFaces(score),
                Arrays.stream(boxes).filter(box -> box.score() >= score).count());
    }

    /** Of the faces, the share that boxes from a score up are on. */
    public Proportion recallAt(double score) {
        return Proportion.of(onFaces(score), faces);
    }

    private long onFaces(double score) {
        return Arrays.stream(boxes)
                .filter(box -> box.onFace() && box.score() >= score)
                .count();
    }

    /** The curve from the highest score down, a point for each score; empty where there are no faces. */
    public List<Point> curve() {
        List<Point> curve = new ArrayList<>();
        long right = 0;
        for (int i = 0; i < boxes.length && faces > 0; i++) {
            right += boxes[i].onFace() ? 1 : 0;
            if (i + 1 == boxes.length || boxes[i + 1].score() < boxes[i].score()) {
                curve.add(new Point(boxes[i].score(), right / (i + 1.0), (double) right / faces));
            }
        }
        return curve;
    }
}
