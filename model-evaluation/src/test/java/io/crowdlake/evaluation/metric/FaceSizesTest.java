package io.crowdlake.evaluation.metric;

import static io.crowdlake.evaluation.metric.Boxes.frame;
import static io.crowdlake.evaluation.metric.Boxes.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceSizesTest {

    @ParameterizedTest
    @CsvSource({"13.9,<14", "14,14-20", "19.9,14-20", "40,40-80", "319,160-320", "320,320+", "2000,320+"})
    void groupsByTheLongerSide(double side, String group) {
        FaceBox tall = new FaceBox(0, 0, side / 2, side, 1);
        List<FaceSizes.Group> groups = FaceSizes.recall(List.of(frame(List.of(), List.of(tall))), 0.5);
        assertThat(groups).hasSize(7);
        assertThat(groups.stream().filter(one -> one.recall().of() == 1))
                .singleElement()
                .satisfies(one -> assertThat(one.label()).isEqualTo(group));
    }

    @Test
    void countsOnlyBoxesFromTheScoreUp() {
        FaceBox face = square(50);
        FaceBox sure = new FaceBox(0, 0, 50, 50, 0.5);
        FaceBox unsure = new FaceBox(0, 0, 50, 50, 0.49);
        List<FaceSizes.Group> groups = FaceSizes.recall(
                List.of(frame(List.of(sure), List.of(face)), frame(List.of(unsure), List.of(face))), 0.5);
        assertThat(groups.get(3).recall()).isEqualTo(Proportion.of(1, 2));
    }
}
