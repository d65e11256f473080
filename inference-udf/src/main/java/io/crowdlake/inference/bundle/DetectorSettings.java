package io.crowdlake.inference.bundle;

/**
 * How the detector is used.
 *
 * @param file TorchScript: uint8 [H,W,3] BGR to float32 [K,5], x1 y1 x2 y2 in pixels of that input and a score, before suppression
 * @param maxSide a picture whose longer side has more pixels is made smaller before, 32..4096
 * @param candidateThreshold the file leaves out boxes below this score, 0..1
 * @param scoreThreshold a box from this score up is a face, 0..1
 * @param iouThreshold of two boxes that overlap more than this, the better one stays, 0..1
 * @param maxCandidates the file gives at most so many boxes, 1..10,000
 * @param minFacePixels boxes whose longer side is shorter are no faces, in pixels of the input, at least 0
 */
public record DetectorSettings(
        String file,
        int maxSide,
        double candidateThreshold,
        double scoreThreshold,
        double iouThreshold,
        int maxCandidates,
        int minFacePixels) {

    public DetectorSettings {
        Fields.fileName(file, "detector.file");
        Fields.range(maxSide, 32, 4096, "detector.maxSide");
        Fields.range(candidateThreshold, 0, 1, "detector.candidateThreshold");
        Fields.range(scoreThreshold, 0, 1, "detector.scoreThreshold");
        Fields.range(iouThreshold, 0, 1, "detector.iouThreshold");
        Fields.range(maxCandidates, 1, 10_000, "detector.maxCandidates");
        Fields.range(minFacePixels, 0, 4096, "detector.minFacePixels");
    }
}
