package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.DetectorOutput;
import io.crowdlake.inference.bundle.DetectorOutput.BoxForm;
import io.crowdlake.inference.bundle.DetectorOutput.BoxUnit;
import java.util.ArrayList;
import java.util.List;

/** An array of finished boxes beside one of their scores. */
final class BoxesDecoder implements BoxDecoder {

    private final DetectorOutput.Boxes output;

    BoxesDecoder(DetectorOutput.Boxes output) {
        this.output = output;
    }

    @Override
    public String problem(List<Tensor> outputs, int width, int height) {
        return BoxesAndScores.problem(outputs, output.boxes(), output.scores(), output.scoreColumn());
    }

    @Override
    public List<FaceBox> decode(List<Tensor> outputs, int width, int height, double minScore) {
        BoxesAndScores found =
                BoxesAndScores.of(outputs, output.boxes(), output.scores(), output.scoreColumn(), output.activation());
        double unitX = output.unit() == BoxUnit.FRACTIONS ? width : 1;
        double unitY = output.unit() == BoxUnit.FRACTIONS ? height : 1;
        float[] values = found.boxes();
        List<FaceBox> boxes = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            double score = found.scores().of(i);
            if (score >= minScore) {
                double a = values[4 * i] * unitX;
                double b = values[4 * i + 1] * unitY;
                double c = values[4 * i + 2] * unitX;
                double d = values[4 * i + 3] * unitY;
                boxes.add(
                        output.form() == BoxForm.CORNERS
                                ? new FaceBox(a, b, c, d, score)
                                : FaceBox.around(a, b, c, d, score));
            }
        }
        return boxes;
    }
}
