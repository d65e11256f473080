package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What the detector gives, before suppression of boxes that overlap. Arrays are named by their place among the outputs, from 0. Dimensions
 * of 1, such as the one for several pictures, may be there or not.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DetectorOutput.Rows.class, name = "rows"),
    @JsonSubTypes.Type(value = DetectorOutput.Boxes.class, name = "boxes"),
    @JsonSubTypes.Type(value = DetectorOutput.Anchors.class, name = "anchors"),
    @JsonSubTypes.Type(value = DetectorOutput.Grid.class, name = "grid")
})
public sealed interface DetectorOutput {

    /** One array [K,5]: x1 y1 x2 y2 in pixels of the input, and a score. */
    record Rows() implements DetectorOutput {}

    /**
     * Decoded boxes [K,4] and their scores [K] or [K,classes].
     *
     * @param boxes which output holds the boxes; 0 when left out
     * @param scores which output holds the scores; 1 when left out
     * @param form of a box; corners when left out
     * @param unit of its numbers; pixels when left out
     * @param scoreColumn which of the classes is the face; 0 when left out
     * @param activation of the scores; none when left out
     */
    record Boxes(Integer boxes, Integer scores, BoxForm form, BoxUnit unit, Integer scoreColumn, Activation activation)
            implements DetectorOutput {

        public Boxes {
            boxes = boxes == null ? 0 : boxes;
            scores = scores == null ? 1 : scores;
            form = form == null ? BoxForm.CORNERS : form;
            unit = unit == null ? BoxUnit.PIXELS : unit;
            scoreColumn = scoreColumn == null ? 0 : scoreColumn;
            activation = activation == null ? Activation.NONE : activation;
            Fields.outputs(List.of(boxes, scores), "boxes and scores");
            Fields.range(scoreColumn, 0, 1_000, "scoreColumn");
        }
    }

    /**
     * Boxes [K,4] relative to squares that lie on a grid for each stride, and their scores [K,classes], as in SSD (Liu et al. 2016): centre =
     * square's centre + first variance x offset x square's side, side = square's side x e^(second variance x offset). K counts, for each
     * stride, the cells row by row, and in each cell the sizes.
     *
     * @param boxes which output holds the boxes; 0 when left out
     * @param scores which output holds the scores; 1 when left out
     * @param scoreColumn which of the classes is the face; 0 when left out
     * @param activation of the scores; none when left out
     * @param strides distance of the cells in pixels of the input, 1..1024
     * @param sizes sides of the squares in pixels of the input, 1..4096, a list for each stride
     * @param variances of centre and size, above 0 to 1
     * @param clip whether squares end at the edges of the input; false when left out
     */
    record Anchors(
            Integer boxes,
            Integer scores,
            Integer scoreColumn,
            Activation activation,
            List<Integer> strides,
            List<List<Double>> sizes,
            List<Double> variances,
            Boolean clip)
            implements DetectorOutput {

        public Anchors {
            boxes = boxes == null ? 0 : boxes;
            scores = scores == null ? 1 : scores;
            scoreColumn = scoreColumn == null ? 0 : scoreColumn;
            activation = activation == null ? Activation.NONE : activation;
            Fields.outputs(List.of(boxes, scores), "boxes and scores");
            Fields.range(scoreColumn, 0, 1_000, "scoreColumn");
            strides = Fields.ranges(strides, 1, 1024, "strides");
            sizes = Fields.forEach(strides, sizes, "sizes").stream()
                    .map(ofStride -> Fields.ranges(ofStride, 1, 4096, "sizes"))
                    .toList();
            clip = clip != null && clip;
            variances = Fields.ranges(variances, 1e-6, 1, "variances");
            if (variances.size() != 2) {
                throw new IllegalArgumentException(
                        "variances is " + variances + ", must be two: of the centre and of the size");
            }
        }
    }

    /**
     * For each stride, cells row by row with a class score [K,1], an object score [K,1] and a box [K,4], as in YuNet (Wu et al. 2023) and
     * YOLOX: centre = (cell + first two) x stride, width and height = e^(last two) x stride, score = root of class x object score.
     *
     * @param strides distance of the cells in pixels of the input, 1..1024
     * @param classes which outputs hold the class scores, one for each stride
     * @param objects which outputs hold the object scores, one for each stride; the class scores count alone when left out
     * @param boxes which outputs hold the boxes, one for each stride
     * @param activation of both scores, none or sigmoid; none when left out
     */
    record Grid(
            List<Integer> strides,
            List<Integer> classes,
            List<Integer> objects,
            List<Integer> boxes,
            Activation activation)
            implements DetectorOutput {

        public Grid {
            strides = Fields.ranges(strides, 1, 1024, "strides");
            classes = Fields.forEach(strides, classes, "classes");
            objects = objects == null ? List.of() : Fields.forEach(strides, objects, "objects");
            boxes = Fields.forEach(strides, boxes, "boxes");
            Fields.outputs(classes, "classes");
            Fields.outputs(objects, "objects");
            Fields.outputs(boxes, "boxes");
            activation = activation == null ? Activation.NONE : activation;
            if (activation == Activation.SOFTMAX) {
                throw new IllegalArgumentException(
                        "activation is softmax, must be none or sigmoid: there is one class");
            }
        }
    }

    /** The numbers of a box. */
    enum BoxForm {
        /** Left, top, right, bottom. */
        @JsonProperty("corners")
        CORNERS,
        /** Middle from the left, middle from the top, width, height. */
        @JsonProperty("center")
        CENTER
    }

    /** What a box is measured in. */
    enum BoxUnit {
        /** Pixels of the network's input. */
        @JsonProperty("pixels")
        PIXELS,
        /** Fractions of the width and the height of the network's input. */
        @JsonProperty("fractions")
        FRACTIONS
    }
}
