package io.crowdlake.evaluation.metric;

import static io.crowdlake.evaluation.metric.Boxes.at;
import static io.crowdlake.evaluation.metric.Boxes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FalseBoxesTest {

    @Test
    void countsFramesWithoutFacesOnly() {
        FalseBoxes falseBoxes = FalseBoxes.count(
                List.of(
                        frame(List.of(at(0, 0.9), at(50, 0.51), at(100, 0.5)), List.of()),
                        frame(List.of(), List.of()),
                        frame(List.of(at(0, 0.9)), List.of(at(100, 1)))),
                0.5);
        assertThat(falseBoxes).isEqualTo(new FalseBoxes(2, 2, 20.0));
    }

    @Test
    void whatMayBeAFaceIsNotFalse() {
        assertThat(FalseBoxes.count(List.of(frame(List.of(at(0, 0.9)), List.of(), List.of(at(0, 0.5)))), 0.5))
                .isEqualTo(new FalseBoxes(1, 0, 0.0));
    }

    @Test
    void withoutSuchFramesThereIsNoRate() {
        assertThat(FalseBoxes.count(List.of(frame(List.of(), List.of(at(0, 1)))), 0.5))
                .isEqualTo(new FalseBoxes(0, 0, null));
    }
}
