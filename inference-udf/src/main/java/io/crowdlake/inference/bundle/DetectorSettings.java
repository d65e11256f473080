package io.crowdlake.inference.bundle;

/**
 * How the detector is used.
 *
 * @param file TorchScript: uint8 [H,W,3] BGR to float32 [K,5], x1 y1 x2 y2 in pixels of that input and a score, before suppression; of other
 *     networks, what {@code input} and {@code output} say
 * @param int8File the same network quantised, with the same input and output, or null
 * @param maxSide a picture whose longer side has more pixels is made smaller before, 32..4096; where the input has a fixed size, that counts
 * @param candidateThreshold the file leaves out boxes below this score, 0..1
 * @param scoreThreshold a box from this score up is a face, 0..1
 * @param iouThreshold of two boxes that overlap more than this, the better one stays, 0..1
 * @param maxCandidates at most so many boxes, the best, are looked at, 1..10,000
 * @param minFacePixels boxes whose longer side is shorter are no faces, in pixels of the input, at least 0
 * @param input how the network takes a picture; {@link DetectorInput#PICTURE} when left out
 * @param output what the network gives; {@link DetectorOutput.Rows} when left out
 * @param macsPerPixel multiply-adds for each pixel of the input, from which benchmarks tell how busy they keep a core; or null
 */
public record DetectorSettings(
        String file,
        String int8File,
        Integer maxSide,
        double candidateThreshold,
        double scoreThreshold,
        double iouThreshold,
        int maxCandidates,
        int minFacePixels,
        DetectorInput input,
        DetectorOutput output,
        Double macsPerPixel)
        implements NetworkFiles {

    public DetectorSettings {
        Fields.fileName(file, "file");
        Fields.optionalFileName(int8File, "int8File");
        input = input == null ? DetectorInput.PICTURE : input;
        output = output == null ? new DetectorOutput.Rows() : output;
        maxSide = input.isFixed() ? Integer.valueOf(Math.max(input.width(), input.height())) : maxSide;
        Fields.present(maxSide, "maxSide");
        Fields.range(maxSide, 32, 4096, "maxSide");
        Fields.range(candidateThreshold, 0, 1, "candidateThreshold");
        Fields.range(scoreThreshold, 0, 1, "scoreThreshold");
        Fields.range(iouThreshold, 0, 1, "iouThreshold");
        Fields.range(maxCandidates, 1, 10_000, "maxCandidates");
        Fields.range(minFacePixels, 0, 4096, "minFacePixels");
        Fields.optionalRange(macsPerPixel, 1, 1e9, "macsPerPixel");
    }

    /** The same with another limit between a face and none, 0..1; below the candidate threshold it brings nothing more. */
    public DetectorSettings withScoreThreshold(double other) {
        return new DetectorSettings(
                file,
                int8File,
                maxSide,
                candidateThreshold,
                other,
                iouThreshold,
                maxCandidates,
                minFacePixels,
                input,
                output,
                macsPerPixel);
    }
}
