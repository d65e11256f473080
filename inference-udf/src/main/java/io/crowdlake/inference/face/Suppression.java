package io.crowdlake.inference.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Greedy non-maximum suppression: of boxes that overlap too much, the one with the best score stays. */
final class Suppression {

    private Suppression() {}

    /** What stays, best first. Of equal scores the earlier box wins. */
    static List<FaceBox> apply(List<FaceBox> boxes, double iouThreshold) {
        List<FaceBox> ordered = new ArrayList<>(boxes);
        ordered.sort(Comparator.comparingDouble(FaceBox::score).reversed());
        List<FaceBox> kept = new ArrayList<>();
        for (FaceBox box : ordered) {
            if (kept.stream().noneMatch(better -> better.overlap(box) > iouThreshold)) {
                kept.add(box);
            }
        }
        return kept;
    }
}
