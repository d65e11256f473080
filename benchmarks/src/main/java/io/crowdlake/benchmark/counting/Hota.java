package io.crowdlake.benchmark.counting;

import java.util.List;

/**
 * HOTA: the geometric mean of how well boxes are found and how well they are held together, over overlaps from 0.05 to 0.95. J. Luiten et
 * al., "HOTA: a higher order metric for evaluating multi-object tracking", 2021. Nobody is in two scenes, so their sums add up.
 */
final class Hota {

    private static final int THRESHOLDS = 19;
    private static final double STEP = 0.05;

    private final double[] association = new double[THRESHOLDS];
    private final long[] hits = new long[THRESHOLDS];
    private long boxes;

    void add(List<MatchedFrame> frames) {
        HotaScene scene = new HotaScene(frames);
        boxes += scene.boxes();
        for (int i = 0; i < THRESHOLDS; i++) {
            HotaScene.Agreement agreement = scene.at((i + 1) * STEP);
            association[i] += agreement.association();
            hits[i] += agreement.hits();
        }
    }

    /** Over the scenes so far, 0..1; NaN without any box. */
    double share() {
        if (boxes == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < THRESHOLDS; i++) {
            sum += Math.sqrt(association[i] / (boxes - hits[i]));
        }
        return sum / THRESHOLDS;
    }
}
