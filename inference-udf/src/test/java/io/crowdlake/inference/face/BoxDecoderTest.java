package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.inference.bundle.Activation;
import io.crowdlake.inference.bundle.DetectorOutput;
import io.crowdlake.inference.bundle.DetectorOutput.BoxForm;
import io.crowdlake.inference.bundle.DetectorOutput.BoxUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that can be worked out by hand. */
class BoxDecoderTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;

    private static final DetectorOutput.Boxes CORNERS = new DetectorOutput.Boxes(null, null, null, null, null, null);
    private static final DetectorOutput.Anchors ANCHORS = new DetectorOutput.Anchors(
            null, null, 1, null, List.of(32), List.of(List.of(10.0, 40.0)), List.of(0.1, 0.2), null);
    private static final DetectorOutput.Grid GRID =
            new DetectorOutput.Grid(List.of(16, 32), List.of(0, 1), List.of(2, 3), List.of(4, 5), null);

    @Test
    void rowsAreBoxes() {
        List<FaceBox> boxes = decode(new DetectorOutput.Rows(), tensor(2, 5, 1, 2, 11, 12, 0.75f, 3, 4, 5, 6, 0.25f));

        assertThat(boxes).containsExactly(new FaceBox(1, 2, 11, 12, 0.75));
    }

    @Test
    void boxesHaveScoresBesideThem() {
        Tensor boxes = tensor(2, 4, 1, 2, 11, 12, 3, 4, 5, 6);

        assertThat(decode(CORNERS, boxes, tensor(2, 1, 0.25f, 0.75f))).containsExactly(new FaceBox(3, 4, 5, 6, 0.75));
    }

    @Test
    void boxesMayBeFractionsAroundAMiddleInAnyPlace() {
        DetectorOutput output = new DetectorOutput.Boxes(2, 0, BoxForm.CENTER, BoxUnit.FRACTIONS, 1, Activation.NONE);
        Tensor scores = tensor(1, 2, 0.25f, 0.75f);
        Tensor boxes = tensor(1, 4, 0.5f, 0.5f, 0.25f, 0.5f);

        assertThat(decode(output, scores, tensor(1, 1, 9), boxes)).containsExactly(new FaceBox(24, 8, 40, 24, 0.75));
    }

    @Test
    void aDimensionForSeveralPicturesMayBeThere() {
        Tensor boxes = new Tensor(new long[] {1, 1, 4}, new float[] {1, 2, 3, 4});
        Tensor scores = new Tensor(new long[] {1, 1, 1}, new float[] {1});

        assertThat(decode(CORNERS, boxes, scores)).containsExactly(new FaceBox(1, 2, 3, 4, 1));
    }

    @Test
    void anchorsCountCellsRowByRowAndSizesInEach() {
        // 2 x 1 cells with 2 sizes: the third anchor is the small one of the second cell, its middle at 48, 16.
        float[] scores = {1, 0, 1, 0, 0, 0.75f, 1, 0};
        float[] offsets = {0, 0, 0, 0, 0, 0, 0, 0, 2, -1, 0, (float) (Math.log(2) / 0.2), 0, 0, 0, 0};

        List<FaceBox> boxes =
                decode(ANCHORS, new Tensor(new long[] {1, 4, 4}, offsets), new Tensor(new long[] {1, 4, 2}, scores));

        assertThat(boxes).hasSize(1);
        assertBox(boxes.get(0), 45, 5, 55, 25, 0.75);
    }

    @Test
    void anchorsEndAtTheEdgesWhereTheNetworkWasTrainedSo() {
        DetectorOutput clipped = new DetectorOutput.Anchors(
                null, null, 1, null, List.of(32), List.of(List.of(10.0, 40.0)), List.of(0.1, 0.2), true);
        float[] scores = {1, 0, 1, 0, 1, 0, 0, 1};

        List<FaceBox> boxes = decode(clipped, tensor(4, 4, new float[16]), tensor(4, 2, scores));

        // 40 px high is more than the 32 px of the input.
        assertThat(boxes).containsExactly(new FaceBox(28, 0, 68, 32, 1));
    }

    @Test
    void aGridHasABoxInEachCell() {
        float[] classes = new float[8];
        float[] objects = new float[8];
        float[] offsets = new float[32];
        classes[5] = 0.64f; // second row, second column
        objects[5] = 1;
        offsets[4 * 5] = 0.5f;
        offsets[4 * 5 + 1] = 0.25f;
        offsets[4 * 5 + 2] = (float) Math.log(2);

        List<FaceBox> boxes = decode(
                GRID,
                tensor(8, 1, classes),
                tensor(2, 1, new float[2]),
                tensor(8, 1, objects),
                tensor(2, 1, new float[2]),
                tensor(8, 4, offsets),
                tensor(2, 4, new float[8]));

        assertThat(boxes).hasSize(1);
        assertBox(boxes.get(0), 24 - 16, 20 - 8, 24 + 16, 20 + 8, 0.8);
    }

    @Test
    void aGridMayKnowOneScoreAlone() {
        DetectorOutput output = new DetectorOutput.Grid(List.of(32), List.of(1), null, List.of(0), Activation.SIGMOID);

        List<FaceBox> boxes = decode(output, tensor(2, 4, new float[8]), tensor(2, 1, -9, 2));

        assertThat(boxes).hasSize(1);
        assertBox(boxes.get(0), 16, -16, 48, 16, 1 / (1 + Math.exp(-2)));
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(
                        new DetectorOutput.Rows(), List.of(tensor(2, 4, new float[8])), "must give one array [K, 5]"),
                Arguments.of(CORNERS, List.of(tensor(2, 4, new float[8])), "must give an output 1"),
                Arguments.of(
                        CORNERS,
                        List.of(tensor(2, 5, new float[10]), tensor(2, 1, new float[2])),
                        "must give boxes [K, 4] as output 0"),
                Arguments.of(
                        CORNERS,
                        List.of(tensor(2, 4, new float[8]), tensor(3, 1, new float[3])),
                        "must give scores [2, classes] as output 1"),
                Arguments.of(
                        new DetectorOutput.Boxes(null, null, null, null, 2, null),
                        List.of(tensor(2, 4, new float[8]), tensor(2, 2, new float[4])),
                        "no scoreColumn 2 in output 1"),
                Arguments.of(
                        ANCHORS,
                        List.of(tensor(5, 4, new float[20]), tensor(5, 2, new float[10])),
                        "a picture of 64 x 32, but strides and sizes make 4 anchors"),
                Arguments.of(
                        GRID,
                        List.of(tensor(8, 1, new float[8])),
                        "must give [8, 4] as output 4 for stride 16 of a picture of 64 x 32"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void outputsThatDoNotFitTheDeclarationAreNamed(DetectorOutput output, List<Tensor> outputs, String problem) {
        assertThat(BoxDecoder.of(output).problem(outputs, WIDTH, HEIGHT))
                .startsWith("gives [[")
                .contains(problem);
    }

    private static List<FaceBox> decode(DetectorOutput output, Tensor... outputs) {
        BoxDecoder decoder = BoxDecoder.of(output);
        assertThat(decoder.problem(List.of(outputs), WIDTH, HEIGHT)).isNull();
        return decoder.decode(List.of(outputs), WIDTH, HEIGHT, 0.5);
    }

    private static Tensor tensor(int rows, int columns, float... values) {
        return new Tensor(new long[] {rows, columns}, values);
    }

    private static void assertBox(FaceBox box, double left, double top, double right, double bottom, double score) {
        assertThat(box.left()).isCloseTo(left, within(1e-4));
        assertThat(box.top()).isCloseTo(top, within(1e-4));
        assertThat(box.right()).isCloseTo(right, within(1e-4));
        assertThat(box.bottom()).isCloseTo(bottom, within(1e-4));
        assertThat(box.score()).isCloseTo(score, within(1e-4));
    }
}
