package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.Activation;
import java.util.List;

/**
 * Two outputs of a detector that belong together, row by row.
 *
 * @param count of the boxes
 * @param boxes four numbers of each
 * @param scores of each
 */
record BoxesAndScores(int count, float[] boxes, ScoreColumn scores) {

    /** What is wrong with two outputs that should be [K,4] and [K,classes], or null. */
    static String problem(List<Tensor> outputs, int boxes, int scores, int column) {
        if (Math.max(boxes, scores) >= outputs.size()) {
            return "gives " + outputs + " for a picture, must give an output " + Math.max(boxes, scores);
        }
        int count = outputs.get(boxes).values().length / 4;
        int numbers = outputs.get(scores).values().length;
        int classes = count == 0 ? 0 : numbers / count;
        if (!outputs.get(boxes).holds(count, 4)) {
            return "gives " + outputs + " for a picture, must give boxes [K, 4] as output " + boxes;
        }
        if (count == 0 ? numbers > 0 : !outputs.get(scores).holds(count, classes)) {
            return "gives " + outputs + " for a picture, must give scores [" + count + ", classes] as output " + scores;
        }
        if (count > 0 && column >= classes) {
            return "gives " + outputs + " for a picture, which has no scoreColumn " + column + " in output " + scores;
        }
        return null;
    }

    static BoxesAndScores of(List<Tensor> outputs, int boxes, int scores, int column, Activation activation) {
        float[] coordinates = outputs.get(boxes).values();
        float[] values = outputs.get(scores).values();
        int count = coordinates.length / 4;
        int classes = count == 0 ? 1 : values.length / count;
        return new BoxesAndScores(count, coordinates, new ScoreColumn(values, classes, column, activation));
    }
}
