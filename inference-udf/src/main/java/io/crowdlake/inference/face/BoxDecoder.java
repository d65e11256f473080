package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.DetectorOutput;
import java.util.List;

/** Reads boxes out of what a detector gave. */
interface BoxDecoder {

    /** What is wrong with the outputs for an input of this size, or null. */
    String problem(List<Tensor> outputs, int width, int height);

    /**
     * The boxes from a score up, in no order, in pixels of the network's input, which they may exceed. A score that is NaN is below any other;
     * coordinates may be NaN or infinite.
     */
    List<FaceBox> decode(List<Tensor> outputs, int width, int height, double minScore);

    static BoxDecoder of(DetectorOutput output) {
        if (output instanceof DetectorOutput.Boxes boxes) {
            return new BoxesDecoder(boxes);
        }
        if (output instanceof DetectorOutput.Anchors anchors) {
            return new AnchorDecoder(anchors);
        }
        if (output instanceof DetectorOutput.Grid grid) {
            return new GridDecoder(grid);
        }
        return new RowsDecoder();
    }
}
