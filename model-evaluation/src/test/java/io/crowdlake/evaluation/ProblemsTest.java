package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.evaluation.picture.UnreadableException;
import io.crowdlake.inference.AnalyzerSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems(
            new EvaluationSettings(EvaluationSet.FACES, Path.of("heldout"), AnalyzerSettings.defaults(), 10));

    @Test
    void areLinesThatBeginWithTheFile() {
        problems.add("a.jpg", new UnreadableException("is missing"));
        problems.add("b.gif", "has more frames");
        assertThat(problems.lines()).containsExactly("a.jpg is missing", "b.gif has more frames");
    }

    @Test
    void areNotFatalWhileSomethingIsMeasured() {
        problems.add("a.jpg", "is missing");
        assertThatNoException().isThrownBy(() -> problems.requireSome(1));
    }

    @Test
    void theFirstIsShownWhereNothingIsMeasured() {
        problems.add("a.jpg", "is missing");
        assertThatThrownBy(() -> problems.requireSome(0))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("--data heldout has nothing that can be measured: a.jpg is missing; put the labelled files"
                        + " there");
        problems.add("b.jpg", "is empty");
        problems.add("c.jpg", "is empty");
        assertThatThrownBy(() -> problems.requireSome(0))
                .hasMessageContaining("a.jpg is missing (and 2 more like it);");
    }

    @Test
    void thereMayBeNoneAndNothingMeasured() {
        assertThatThrownBy(() -> problems.requireSome(0))
                .hasMessageContaining("--data heldout has nothing that can be measured: no label counts");
    }
}
