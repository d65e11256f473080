package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.image.BgrImage;
import java.util.ArrayList;
import java.util.List;

/** Finds the faces in a picture: makes it as small as the network wants it, runs the network, drops the doubtful and the double. */
final class FaceDetector implements AutoCloseable {

    private static final int COLUMNS = 5;

    private final DetectorSettings settings;
    private final TorchNetwork network;

    FaceDetector(DetectorSettings settings, TorchNetwork network) {
        this.settings = settings;
        this.network = network;
    }

    /** What the network must give for any input, or what is wrong with what it gave. */
    static String problem(List<Tensor> outputs) {
        if (outputs.size() == 1 && outputs.get(0).hasShape(-1, COLUMNS)) {
            return null;
        }
        return "gives " + outputs + " for a picture, must give one array [K, 5]";
    }

    /** The faces, best first, in pixels of the given picture. */
    List<FaceBox> detect(BgrImage image) {
        BgrImage small = image.limitedTo(settings.maxSide());
        Tensor rows = network.forward(small.pixels(), small.height(), small.width(), 3)
                .get(0);
        double scaleX = (double) image.width() / small.width();
        double scaleY = (double) image.height() / small.height();
        List<FaceBox> faces = new ArrayList<>();
        for (FaceBox box : Suppression.apply(candidates(rows, small), settings.iouThreshold())) {
            faces.add(new FaceBox(
                    box.left() * scaleX, box.top() * scaleY, box.right() * scaleX, box.bottom() * scaleY, box.score()));
        }
        return faces;
    }

    private List<FaceBox> candidates(Tensor rows, BgrImage small) {
        List<FaceBox> boxes = new ArrayList<>();
        int count = (int) Math.min(rows.shape()[0], settings.maxCandidates());
        float[] values = rows.values();
        for (int i = 0; i < count * COLUMNS; i += COLUMNS) {
            FaceBox box = new FaceBox(
                    Math.max(0, values[i]),
                    Math.max(0, values[i + 1]),
                    Math.min(small.width(), values[i + 2]),
                    Math.min(small.height(), values[i + 3]),
                    Math.min(1, values[i + 4]));
            if (isFace(box)) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    /** Written so that a network's NaN is no face. */
    private boolean isFace(FaceBox box) {
        return box.score() >= settings.scoreThreshold()
                && box.width() > 0
                && box.height() > 0
                && box.longerSide() >= settings.minFacePixels();
    }

    @Override
    public void close() {
        network.close();
    }
}
