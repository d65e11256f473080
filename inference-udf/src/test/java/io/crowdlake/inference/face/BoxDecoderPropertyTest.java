package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.inference.bundle.Activation;
import io.crowdlake.inference.bundle.DetectorOutput;
import io.crowdlake.inference.bundle.DetectorOutput.BoxForm;
import io.crowdlake.inference.bundle.DetectorOutput.BoxUnit;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever a network gives: nothing crashes, and a good box among rubbish is found. */
class BoxDecoderPropertyTest {

    private static final int SIDE = 64;
    /** Cells of stride 16 in a picture of 64 x 64. */
    private static final int CELLS = 16;

    @Property(tries = 300)
    void aGoodBoxIsFoundAmongRubbish(
            @ForAll("rubbish") List<Float> rubbish, @ForAll("outputs") DetectorOutput output, @ForAll Random random) {
        int cell = random.nextInt(CELLS);
        List<Tensor> outputs = outputs(output, rubbish, cell);
        BoxDecoder decoder = BoxDecoder.of(output);

        assertThat(decoder.problem(outputs, SIDE, SIDE)).isNull();
        List<FaceBox> boxes = decoder.decode(outputs, SIDE, SIDE, 0.9);

        double x = (cell % 4 + 0.5) * 16;
        double y = (cell / 4 + 0.5) * 16;
        assertThat(boxes).hasSizeLessThanOrEqualTo(CELLS).anySatisfy(box -> {
            assertThat(box.centerX()).isCloseTo(x, within(1e-3));
            assertThat(box.centerY()).isCloseTo(y, within(1e-3));
            assertThat(box.width()).isCloseTo(16, within(1e-3));
            assertThat(box.score()).isGreaterThan(0.9);
        });
        assertThat(boxes).noneMatch(box -> Double.isNaN(box.score()));
    }

    @Property(tries = 200)
    void anchorsDecodeWhatTheyEncode(
            @ForAll @DoubleRange(min = 2, max = 62) double x,
            @ForAll @DoubleRange(min = 2, max = 62) double y,
            @ForAll @DoubleRange(min = 2, max = 60) double width,
            @ForAll @DoubleRange(min = 2, max = 60) double height) {
        double anchorX = (Math.floor(x / 16) + 0.5) * 16;
        double anchorY = (Math.floor(y / 16) + 0.5) * 16;
        int cell = (int) (y / 16) * 4 + (int) (x / 16);
        float[] offsets = new float[4 * CELLS];
        offsets[4 * cell] = (float) ((x - anchorX) / 16 / 0.1);
        offsets[4 * cell + 1] = (float) ((y - anchorY) / 16 / 0.1);
        offsets[4 * cell + 2] = (float) (Math.log(width / 16) / 0.2);
        offsets[4 * cell + 3] = (float) (Math.log(height / 16) / 0.2);
        float[] scores = new float[CELLS];
        scores[cell] = 1;

        List<FaceBox> boxes = BoxDecoder.of(anchors(Activation.NONE))
                .decode(List.of(tensor(4, offsets), tensor(1, scores)), SIDE, SIDE, 0.5);

        assertThat(boxes).hasSize(1);
        assertThat(boxes.get(0).left()).isCloseTo(x - width / 2, within(1e-3));
        assertThat(boxes.get(0).top()).isCloseTo(y - height / 2, within(1e-3));
        assertThat(boxes.get(0).right()).isCloseTo(x + width / 2, within(1e-3));
        assertThat(boxes.get(0).bottom()).isCloseTo(y + height / 2, within(1e-3));
    }

    @Property(tries = 200)
    void probabilitiesAreProbabilities(@ForAll("rubbish") List<Float> values, @ForAll Activation activation) {
        float[] array = floats(values);
        for (int column = 0; column < 4; column++) {
            double probability = new ScoreColumn(array, 4, column, activation).of(3);
            if (activation != Activation.NONE && !Double.isNaN(probability)) {
                assertThat(probability).isBetween(0.0, 1.0);
            }
        }
    }

    @Property(tries = 100)
    void softmaxSumsToOne(@ForAll("logits") List<Float> values) {
        float[] array = floats(values);
        double sum = 0;
        for (int column = 0; column < array.length; column++) {
            sum += new ScoreColumn(array, array.length, column, Activation.SOFTMAX).of(0);
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Property(tries = 10)
    void nothingIsFoundInNothing(@ForAll("outputs") DetectorOutput output) {
        DetectorOutput.Boxes boxes = new DetectorOutput.Boxes(null, null, null, null, null, null);
        List<Tensor> empty =
                List.of(new Tensor(new long[] {1, 0, 4}, new float[0]), new Tensor(new long[] {1, 0, 2}, new float[0]));

        assertThat(BoxDecoder.of(boxes).problem(empty, SIDE, SIDE)).isNull();
        assertThat(BoxDecoder.of(boxes).decode(empty, SIDE, SIDE, 0)).isEmpty();
        Tensor noRows = new Tensor(new long[] {0, 5}, new float[0]);
        assertThat(BoxDecoder.of(new DetectorOutput.Rows()).decode(List.of(noRows), SIDE, SIDE, 0))
                .isEmpty();
        assertThat(BoxDecoder.of(output).problem(List.of(), SIDE, SIDE)).isNotNull();
    }

    @Provide
    Arbitrary<DetectorOutput> outputs() {
        return Arbitraries.of(
                new DetectorOutput.Boxes(null, null, BoxForm.CENTER, BoxUnit.PIXELS, null, Activation.NONE),
                new DetectorOutput.Boxes(null, null, BoxForm.CORNERS, BoxUnit.FRACTIONS, null, Activation.SIGMOID),
                anchors(Activation.SIGMOID),
                new DetectorOutput.Grid(List.of(16), List.of(1), null, List.of(0), Activation.SIGMOID),
                new DetectorOutput.Rows());
    }

    /** Numbers of 16 boxes with four coordinates each: the usual, the huge, the negative and what is no number. */
    @Provide
    Arbitrary<List<Float>> rubbish() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                3,
                                Arbitraries.of(
                                        Float.NaN,
                                        Float.POSITIVE_INFINITY,
                                        Float.NEGATIVE_INFINITY,
                                        Float.MAX_VALUE,
                                        -Float.MAX_VALUE,
                                        Float.MIN_VALUE,
                                        0f,
                                        -0f,
                                        1f)),
                        Tuple.of(2, Arbitraries.floats().between(-100, 100)))
                .list()
                .ofSize(4 * CELLS);
    }

    @Provide
    Arbitrary<List<Float>> logits() {
        return Arbitraries.floats().between(-1_000, 1_000).list().ofMinSize(1).ofMaxSize(8);
    }

    /** Rubbish, and in one cell a box of 16 pixels around the cell's middle. */
    private static List<Tensor> outputs(DetectorOutput output, List<Float> rubbish, int cell) {
        float[] boxes = floats(rubbish);
        float[] scores = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            scores[i] = boxes[i];
        }
        float x = (cell % 4 + 0.5f) * 16;
        float y = (cell / 4 + 0.5f) * 16;
        float[] good = {x, y, 16, 16};
        float probability = 20;
        if (output instanceof DetectorOutput.Rows) {
            float[] rows = new float[5 * CELLS];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = boxes[i % boxes.length];
            }
            System.arraycopy(new float[] {x - 8, y - 8, x + 8, y + 8, 0.95f}, 0, rows, 5 * cell, 5);
            return List.of(tensor(5, rows));
        }
        if (output instanceof DetectorOutput.Boxes given && given.form() == BoxForm.CENTER) {
            probability = 0.95f;
        } else if (output instanceof DetectorOutput.Boxes) {
            good = new float[] {(x - 8) / SIDE, (y - 8) / SIDE, (x + 8) / SIDE, (y + 8) / SIDE};
        } else if (output instanceof DetectorOutput.Anchors) {
            good = new float[4];
        } else {
            good = new float[] {0.5f, 0.5f, 0, 0};
        }
        System.arraycopy(good, 0, boxes, 4 * cell, 4);
        scores[cell] = probability;
        return List.of(tensor(4, boxes), tensor(1, scores));
    }

    private static DetectorOutput.Anchors anchors(Activation activation) {
        return new DetectorOutput.Anchors(
                null, null, null, activation, List.of(16), List.of(List.of(16.0)), List.of(0.1, 0.2), null);
    }

    private static Tensor tensor(int columns, float[] values) {
        return new Tensor(new long[] {1, values.length / columns, columns}, values);
    }

    private static float[] floats(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
