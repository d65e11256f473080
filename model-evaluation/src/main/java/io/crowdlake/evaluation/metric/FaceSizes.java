package io.crowdlake.evaluation.metric;

import io.crowdlake.inference.face.FaceBox;
import java.util.ArrayList;
import java.util.List;

/** Which faces are found, by how large they are. */
public final class FaceSizes {

    /** The longer side of a face's box at which the next group begins, in pixels. */
    private static final int[] STARTS = {0, 14, 20, 40, 80, 160, 320};

    private FaceSizes() {}

    /**
     * Faces of about the same size.
     *
     * @param from shortest longer side in pixels
     * @param below the next group begins here, in pixels; null for the last
     * @param recall share of its faces that are found
     */
    public record Group(int from, Integer below, Proportion recall) {

        /** Such as {@code <14}, {@code 20-40}, {@code 320+}. */
        public String label() {
            return below == null ? from + "+" : from == 0 ? "<" + below : from + "-" + below;
        }
    }

    /** The recall of each size at a score, from small to large. */
    public static List<Group> recall(List<FrameBoxes> frames, double score) {
        long[] found = new long[STARTS.length];
        long[] there = new long[STARTS.length];
        for (FrameBoxes frame : frames) {
            double[] scores = Matching.of(frame).faceScores();
            for (int i = 0; i < scores.length; i++) {
                int group = group(frame.faces().get(i));
                there[group]++;
                found[group] += scores[i] >= score ? 1 : 0;
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < STARTS.length; i++) {
            Integer below = i + 1 < STARTS.length ? STARTS[i + 1] : null;
            groups.add(new Group(STARTS[i], below, Proportion.of(found[i], there[i])));
        }
        return groups;
    }

    private static int group(FaceBox face) {
        int group = STARTS.length - 1;
        while (face.longerSide() < STARTS[group]) {
            group--;
        }
        return group;
    }
}
