package io.crowdlake.benchmark.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.inference.face.FaceBox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YuNetTest {

    private final List<FaceBox> candidates = new ArrayList<>();

    @Test
    void aBoxIsMeasuredInCellsFromItsPlace() {
        // Two rows of three cells of 16 pixels; something is in the second cell of the second row.
        float[] classes = {0, 0, 0, 0, 0.9f, 0};
        float[] objects = {0, 0, 0, 0, 0.4f + 0.5f, 0};
        float[] boxes = new float[24];
        boxes[16] = 0.5f;
        boxes[17] = 0.25f;
        boxes[18] = (float) Math.log(2);
        boxes[19] = (float) Math.log(3);

        YuNet.decode(List.of(classes, objects, boxes), 16, 3, candidates);

        assertThat(candidates).singleElement().satisfies(box -> {
            assertThat(box.centerX()).isCloseTo(1.5 * 16, within(1e-4));
            assertThat(box.centerY()).isCloseTo(1.25 * 16, within(1e-4));
            assertThat(box.width()).isCloseTo(32, within(1e-4));
            assertThat(box.height()).isCloseTo(48, within(1e-4));
            assertThat(box.score()).isCloseTo(0.9, within(1e-6));
        });
    }

    @Test
    void theScoreIsTheGeometricMeanAndKeepsToItsRange() {
        float[] classes = {0.5f, 1.5f, -1};
        float[] objects = {0.5f, 1.5f, -1};

        YuNet.decode(List.of(classes, objects, new float[12]), 8, 3, candidates);

        assertThat(candidates).extracting(FaceBox::score).containsExactly(1.0);
    }
}
