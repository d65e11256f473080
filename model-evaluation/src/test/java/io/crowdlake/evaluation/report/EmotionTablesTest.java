package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The five faces of {@link Reports#emotion}: two of three happy ones, the sad one, and not the fearful one told right. */
class EmotionTablesTest {

    private final List<ReportTable> tables = Reports.emotion().tables();

    @Test
    void emotion() {
        // recalls 2/3, 0/1, 1/1: the mean's variance is (2/3 1/3 / 3) / 9; calibration (|1.8 - 2| + |1.5 - 1|) / 5
        assertThat(tables.get(0).rows())
                .containsExactly(
                        List.of("right", "60.0 %", "23.1 .. 88.2", "5"),
                        List.of("mean recall of the 5 most frequent", "55.6 %", "37.8 .. 73.3", "5"),
                        List.of("calibration error, points", "14.0", "", ""),
                        List.of("face not detected", "50.0 %", "15.0 .. 85.0", "4"));
    }

    @Test
    void recallOfEachEmotion() {
        assertThat(tables.get(1).rows())
                .hasSize(8)
                .contains(
                        List.of("happiness", "66.7 %", "20.8 .. 93.9", "3"),
                        List.of("fear", "0.0 %", "0.0 .. 79.3", "1"),
                        List.of("disgust", "-", "-", "0"));
    }

    @Test
    void withoutAnswersEverythingIsADash() {
        EmotionReport nothing = EmotionReport.of(
                Reports.MODEL, Reports.counts(0), new Detection.Counter().detection(), List.of(), Reports.SPEED);
        assertThat(nothing.tables().get(0).rows())
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("-"));
    }
}
