package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.Activation;
import io.crowdlake.inference.bundle.DetectorOutput;
import java.util.ArrayList;
import java.util.List;

/** A box in each cell of a grid for each stride, as in YuNet and YOLOX: see {@link DetectorOutput.Grid}. */
final class GridDecoder implements BoxDecoder {

    private final DetectorOutput.Grid output;

    GridDecoder(DetectorOutput.Grid output) {
        this.output = output;
    }

    @Override
    public String problem(List<Tensor> outputs, int width, int height) {
        for (int level = 0; level < output.strides().size(); level++) {
            int stride = output.strides().get(level);
            int cells = cells(width, stride) * cells(height, stride);
            String problem = problem(outputs, output.boxes().get(level), cells, 4);
            problem = problem == null ? problem(outputs, output.classes().get(level), cells, 1) : problem;
            if (problem == null && !output.objects().isEmpty()) {
                problem = problem(outputs, output.objects().get(level), cells, 1);
            }
            if (problem != null) {
                return problem + " for stride " + stride + " of a picture of " + width + " x " + height;
            }
        }
        return null;
    }

    @Override
    public List<FaceBox> decode(List<Tensor> outputs, int width, int height, double minScore) {
        List<FaceBox> boxes = new ArrayList<>();
        for (int level = 0; level < output.strides().size(); level++) {
            int stride = output.strides().get(level);
            int columns = cells(width, stride);
            float[] values = outputs.get(output.boxes().get(level)).values();
            for (int cell = 0; 4 * cell < values.length; cell++) {
                double score = score(outputs, level, cell);
                if (score >= minScore) {
                    boxes.add(FaceBox.around(
                            (cell % columns + values[4 * cell]) * stride,
                            (cell / columns + values[4 * cell + 1]) * stride,
                            Math.exp(values[4 * cell + 2]) * stride,
                            Math.exp(values[4 * cell + 3]) * stride,
                            score));
                }
            }
        }
        return boxes;
    }

    private double score(List<Tensor> outputs, int level, int cell) {
        double ofClass = probability(outputs.get(output.classes().get(level)), cell);
        if (output.objects().isEmpty()) {
            return ofClass;
        }
        return Math.sqrt(ofClass * probability(outputs.get(output.objects().get(level)), cell));
    }

    private double probability(Tensor scores, int cell) {
        double value = scores.values()[cell];
        return output.activation() == Activation.SIGMOID ? 1 / (1 + Math.exp(-value)) : Math.min(1, value);
    }

    private static String problem(List<Tensor> outputs, int index, int cells, int numbers) {
        if (index < outputs.size() && outputs.get(index).holds(cells, numbers)) {
            return null;
        }
        return "gives " + outputs + ", must give [" + cells + ", " + numbers + "] as output " + index;
    }

    private static int cells(int length, int stride) {
        return (length + stride - 1) / stride;
    }
}
