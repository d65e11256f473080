package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    @Test
    void countsByTruthAndAnswer() {
        ConfusionMatrix matrix = ConfusionMatrix.empty(List.of("cat", "dog"), List.of("cat", "dog", "fox"));
        matrix.add(1, 2);
        matrix.add(1, 2);
        matrix.add(1, 1);

        assertThat(matrix.counts()).isDeepEqualTo(new long[][] {{0, 0, 0}, {0, 1, 2}});
        assertThat(matrix.share(1, 2)).isEqualTo(Proportion.of(2, 3));
        assertThat(matrix.share(0, 0).value())
                .as("of a truth that was never there")
                .isNull();
    }

    @Test
    void refusesCountsOfAnotherShape() {
        assertThatThrownBy(() -> new ConfusionMatrix(List.of("a"), List.of("a", "b"), new long[][] {{1}}))
                .hasMessageContaining("1 rows with a count for each of 2");
    }
}
