package io.crowdlake.evaluation.report;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.evaluation.metric.Calibration;
import io.crowdlake.evaluation.metric.ConfusionMatrix;
import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well apparent emotion is told.
 *
 * @param set {@code emotion}
 * @param model what was measured
 * @param counts what it was measured on; left out are pictures whose votes are tied, or mostly say unknown or no face
 * @param detection how many of the faces the detector sees
 * @param accuracy share in which the most probable emotion is the one with most votes
 * @param meanRecallOfFrequent mean of the recalls of the five most frequent emotions, each counting the same
 * @param frequent those five, the most frequent first
 * @param byEmotion recall of each emotion
 * @param calibration of the probability of the emotion that is told
 * @param confusion what is told, by truth
 * @param speed for information only
 */
public record EmotionReport(
        String set,
        ModelFacts model,
        Counts counts,
        Detection detection,
        Proportion accuracy,
        Estimate meanRecallOfFrequent,
        List<String> frequent,
        List<Recall> byEmotion,
        Calibration calibration,
        ConfusionMatrix confusion,
        Speed speed)
        implements EvaluationReport {

    private static final int FREQUENT = 5;

    private static final List<String> EMOTIONS = Arrays.stream(Emotion.values())
            .filter(emotion -> emotion != Emotion.UNKNOWN)
            .map(Emotion::label)
            .toList();

    /**
     * One face.
     *
     * @param truth the emotion with most votes
     * @param told the most probable of each, however unsure
     */
    public record Answer(Emotion truth, FaceAttributes told) {}

    /**
     * One emotion.
     *
     * @param emotion its name
     * @param recall share of the faces with it that are told to have it
     */
    public record Recall(String emotion, Proportion recall) {}

    /** Works the figures out; faces of which the network tells no emotion are left out. */
    public static EmotionReport of(
            ModelFacts model, Counts counts, Detection detection, List<Answer> answers, Speed speed) {
        Calibration.Counter calibration = new Calibration.Counter();
        ConfusionMatrix confusion = ConfusionMatrix.empty(EMOTIONS, EMOTIONS);
        for (Answer answer : answers) {
            if (answer.told().emotion() != Emotion.UNKNOWN) {
                calibration.add(answer.told().emotionConfidence(), answer.told().emotion() == answer.truth());
                confusion.add(answer.truth().ordinal(), answer.told().emotion().ordinal());
            }
        }
        long right = 0;
        long all = 0;
        for (int i = 0; i < EMOTIONS.size(); i++) {
            right += confusion.counts()[i][i];
            all += confusion.row(i);
        }
        List<Recall> recalls = IntStream.range(0, EMOTIONS.size())
                .mapToObj(i -> new Recall(EMOTIONS.get(i), confusion.share(i, i)))
                .toList();
        List<Recall> frequent = recalls.stream()
                .filter(recall -> recall.recall().of() > 0)
                .sorted(Comparator.comparing((Recall recall) -> recall.recall().of())
                        .reversed())
                .limit(FREQUENT)
                .toList();
        return new EmotionReport(
                "emotion",
                model,
                counts,
                detection,
                Proportion.of(right, all),
                Estimate.meanOf(frequent.stream().map(Recall::recall).toList()),
                frequent.stream().map(Recall::emotion).toList(),
                recalls,
                calibration.calibration(),
                confusion,
                speed);
    }

    @Override
    public List<ReportTable> tables() {
        return EmotionTables.of(this);
    }
}
