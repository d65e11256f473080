package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.DetectorOutput;
import java.util.ArrayList;
import java.util.List;

/** Boxes relative to squares on a grid, as in SSD (Liu et al. 2016): see {@link DetectorOutput.Anchors}. */
final class AnchorDecoder implements BoxDecoder {

    private final DetectorOutput.Anchors output;

    AnchorDecoder(DetectorOutput.Anchors output) {
        this.output = output;
    }

    @Override
    public String problem(List<Tensor> outputs, int width, int height) {
        String problem = BoxesAndScores.problem(outputs, output.boxes(), output.scores(), output.scoreColumn());
        int expected = count(width, height);
        if (problem == null && outputs.get(output.boxes()).values().length != 4 * expected) {
            problem = "gives " + outputs + " for a picture of " + width + " x " + height
                    + ", but strides and sizes make " + expected + " anchors";
        }
        return problem;
    }

    @Override
    public List<FaceBox> decode(List<Tensor> outputs, int width, int height, double minScore) {
        BoxesAndScores found =
                BoxesAndScores.of(outputs, output.boxes(), output.scores(), output.scoreColumn(), output.activation());
        List<FaceBox> boxes = new ArrayList<>();
        int anchor = 0;
        for (int level = 0; level < output.strides().size(); level++) {
            int stride = output.strides().get(level);
            List<Double> sizes = output.sizes().get(level);
            for (int row = 0; row < cells(height, stride); row++) {
                for (int column = 0; column < cells(width, stride); column++) {
                    for (double size : sizes) {
                        double score = found.scores().of(anchor);
                        if (score >= minScore) {
                            FaceBox square =
                                    FaceBox.around((column + 0.5) * stride, (row + 0.5) * stride, size, size, score);
                            boxes.add(moved(square, found.boxes(), 4 * anchor, width, height));
                        }
                        anchor++;
                    }
                }
            }
        }
        return boxes;
    }

    private FaceBox moved(FaceBox square, float[] offsets, int at, int width, int height) {
        // SSD's clip bounds the middle and the sides each for itself, not the corners.
        double centerX = output.clip() ? Math.min(width, square.centerX()) : square.centerX();
        double centerY = output.clip() ? Math.min(height, square.centerY()) : square.centerY();
        double across = output.clip() ? Math.min(width, square.width()) : square.width();
        double down = output.clip() ? Math.min(height, square.height()) : square.height();
        double position = output.variances().get(0);
        double size = output.variances().get(1);
        return FaceBox.around(
                centerX + offsets[at] * position * across,
                centerY + offsets[at + 1] * position * down,
                across * Math.exp(offsets[at + 2] * size),
                down * Math.exp(offsets[at + 3] * size),
                square.score());
    }

    private int count(int width, int height) {
        int count = 0;
        for (int level = 0; level < output.strides().size(); level++) {
            int stride = output.strides().get(level);
            count += cells(width, stride)
                    * cells(height, stride)
                    * output.sizes().get(level).size();
        }
        return count;
    }

    private static int cells(int length, int stride) {
        return (length + stride - 1) / stride;
    }
}
