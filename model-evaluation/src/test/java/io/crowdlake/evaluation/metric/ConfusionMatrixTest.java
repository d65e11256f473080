package io.crowdlake.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    @Property
    void theSharesOfATruthAddUpToOne(@ForAll @Size(min = 1, max = 50) List<@IntRange(max = 11) Integer> answers) {
        ConfusionMatrix matrix = ConfusionMatrix.empty(List.of("a", "b", "c"), List.of("w", "x", "y", "z"));
        answers.forEach(answer -> matrix.add(answer / 4, answer % 4));
        long counted = 0;
        for (int truth = 0; truth < 3; truth++) {
            counted += matrix.row(truth);
            if (matrix.row(truth) > 0) {
                double sum = 0;
                for (int answer = 0; answer < 4; answer++) {
                    sum += matrix.share(truth, answer).value();
                }
                assertThat(sum).isCloseTo(1, within(1e-9));
            }
        }
        assertThat(counted).isEqualTo(answers.size());
    }

    @Test
    void refusesCountsOfAnotherShape() {
        assertThatThrownBy(() -> new ConfusionMatrix(List.of("a"), List.of("a", "b"), new long[][] {{1}}))
                .hasMessageContaining("1 rows with a count for each of 2");
    }
}
