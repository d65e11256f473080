package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmotionReportTest {

    private final EmotionReport report = Reports.emotion();

    @Test
    void accuracyAndRecall() {
        assertThat(report.accuracy()).isEqualTo(Proportion.of(3, 5));
        assertThat(report.byEmotion()).hasSize(8);
        assertThat(report.byEmotion().get(Emotion.HAPPINESS.ordinal()))
                .isEqualTo(new EmotionReport.Recall("happiness", Proportion.of(2, 3)));
        assertThat(report.byEmotion().get(Emotion.DISGUST.ordinal()).recall().value())
                .isNull();
        assertThat(report.confusion().counts()[Emotion.FEAR.ordinal()][Emotion.SURPRISE.ordinal()])
                .isEqualTo(1);
    }

    @Test
    void theMeanRecallIsOverThoseThatAreThere() {
        assertThat(report.frequent()).containsExactly("happiness", "fear", "sadness");
        assertThat(report.meanRecallOfFrequent().value()).isCloseTo((2 / 3.0 + 0 + 1) / 3, within(1e-9));
    }

    @Test
    void theMeanRecallIsOverTheFiveMostFrequent() {
        List<EmotionReport.Answer> answers = new ArrayList<>();
        for (Emotion emotion : Emotion.values()) {
            for (int i = 0; emotion != Emotion.UNKNOWN && i <= emotion.ordinal(); i++) {
                answers.add(Reports.emotion(emotion, Emotion.SURPRISE, 0.5));
            }
        }
        EmotionReport many = EmotionReport.of(
                Reports.MODEL, Reports.counts(answers.size()), Reports.DETECTION, answers, Reports.SPEED);
        assertThat(many.frequent()).containsExactly("surprise", "sadness", "neutral", "happiness", "fear");
        assertThat(many.meanRecallOfFrequent().value()).isCloseTo(0.2, within(1e-9));
        assertThat(many.meanRecallOfFrequent().of()).isEqualTo(8 + 7 + 6 + 5 + 4);
    }

    @Test
    void tablesHaveACellForEachHeading() {
        assertThat(report.tables()).allSatisfy(table -> assertThat(table.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.headings())));
    }
}
