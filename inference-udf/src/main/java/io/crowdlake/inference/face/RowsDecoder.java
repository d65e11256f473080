package io.crowdlake.inference.face;

import java.util.ArrayList;
import java.util.List;

/** One array of rows: x1 y1 x2 y2 score. */
final class RowsDecoder implements BoxDecoder {

    private static final int COLUMNS = 5;

    @Override
    public String problem(List<Tensor> outputs, int width, int height) {
        if (outputs.size() == 1 && outputs.get(0).holds(outputs.get(0).values().length / COLUMNS, COLUMNS)) {
            return null;
        }
        return "gives " + outputs + " for a picture, must give one array [K, 5]";
    }

    @Override
    public List<FaceBox> decode(List<Tensor> outputs, int width, int height, double minScore) {
        float[] values = outputs.get(0).values();
        List<FaceBox> boxes = new ArrayList<>();
        for (int i = 0; i + COLUMNS <= values.length; i += COLUMNS) {
            if (values[i + 4] >= minScore) {
                boxes.add(new FaceBox(values[i], values[i + 1], values[i + 2], values[i + 3], values[i + 4]));
            }
        }
        return boxes;
    }
}
