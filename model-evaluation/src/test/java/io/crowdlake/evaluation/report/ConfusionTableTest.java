package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.metric.ConfusionMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {

    @Test
    void eachRowIsInPercentOfItsTruthWithTheCountBehind() {
        ConfusionMatrix matrix = new ConfusionMatrix(
                List.of("cat", "dog", "fox"), List.of("tame", "wild"), new long[][] {{2, 1}, {0, 5}, {0, 0}});

        ReportTable table = ConfusionTable.of("animals", matrix);

        assertThat(table.title()).isEqualTo("animals");
        assertThat(table.headings()).containsExactly("", "tame", "wild", "of");
        assertThat(table.rows())
                .containsExactly(
                        List.of("cat", "67", "33", "3"),
                        List.of("dog", "0", "100", "5"),
                        List.of("fox", "-", "-", "0"));
    }
}
