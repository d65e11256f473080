package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.image.BgrImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the faces in a picture: makes it as large as the network wants it, runs the network, drops the doubtful and the double. */
final class FaceDetector {

    private final DetectorSettings settings;
    private final PixelInput input;
    private final BoxDecoder decoder;

    FaceDetector(DetectorSettings settings, TorchNetwork network) {
        this.settings = settings;
        this.input = new PixelInput(settings.input().format(), network);
        this.decoder = BoxDecoder.of(settings.output());
    }

    /** What is wrong with what the network gives for a black picture, or null. */
    String problem() {
        int width = settings.maxSide();
        int height = Math.max(1, width * 3 / 4);
        FittedPicture picture = FittedPicture.of(new BgrImage(width, height, new byte[3 * width * height]), settings);
        return problem(picture, forward(picture));
    }

    /** The faces, best first, in pixels of the given picture. */
    List<FaceBox> detect(BgrImage image) {
        FittedPicture picture = FittedPicture.of(image, settings);
        List<Tensor> outputs = forward(picture);
        String problem = problem(picture, outputs);
        if (problem != null) {
            throw new IllegalStateException("the detector " + problem);
        }
        return Suppression.apply(candidates(outputs, picture), settings.iouThreshold()).stream()
                .map(picture::toOriginal)
                .toList();
    }

    private List<Tensor> forward(FittedPicture picture) {
        return input.forward(
                picture.image().pixels(),
                1,
                picture.image().height(),
                picture.image().width());
    }

    private String problem(FittedPicture picture, List<Tensor> outputs) {
        return decoder.problem(outputs, picture.image().width(), picture.image().height());
    }

    private List<FaceBox> candidates(List<Tensor> outputs, FittedPicture picture) {
        List<FaceBox> boxes = new ArrayList<>();
        int width = picture.image().width();
        int height = picture.image().height();
        double minScore = Math.max(settings.candidateThreshold(), settings.scoreThreshold());
        for (FaceBox decoded : decoder.decode(outputs, width, height, minScore)) {
            FaceBox box = picture.clipped(decoded);
            if (isFace(box)) {
                boxes.add(box);
            }
        }
        if (boxes.size() > settings.maxCandidates()) {
            boxes.sort(Comparator.comparingDouble(FaceBox::score).reversed());
            return boxes.subList(0, settings.maxCandidates());
        }
        return boxes;
    }

    /** Written so that a network's NaN is no face. */
    private boolean isFace(FaceBox box) {
        return box.width() > 0 && box.height() > 0 && box.longerSide() >= settings.minFacePixels();
    }
}
