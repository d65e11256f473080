package io.crowdlake.evaluation.metric;

import io.crowdlake.inference.face.FaceBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which found box belongs to which face, after M. Everingham et al., "The PASCAL visual object classes challenge", 2010: the surest box
 * chooses first, and takes the face that it overlaps most of those that are still free.
 */
final class Matching {

    /** Intersection over union from which a box is on a face. */
    static final double ON_FACE = 0.5;

    /** Intersection over union from which a box that is on no face is excused by an ignored one. */
    static final double EXCUSED = 0.3;

    /** Score of a face that no box is on. */
    static final double NOT_FOUND = -1;

    private final double[] faceScores;
    private final List<Double> falseScores = new ArrayList<>();

    private Matching(int faces) {
        faceScores = new double[faces];
        Arrays.fill(faceScores, NOT_FOUND);
    }

    static Matching of(FrameBoxes frame) {
        Matching matching = new Matching(frame.faces().size());
        frame.found().stream()
                .sorted(Comparator.comparingDouble(FaceBox::score).reversed())
                .forEach(box -> matching.match(box, frame));
        return matching;
    }

    /** For each face the score of the box on it, or {@link #NOT_FOUND}. */
    double[] faceScores() {
        return faceScores;
    }

    /** The scores of the boxes that are on nothing, highest first. */
    List<Double> falseScores() {
        return falseScores;
    }

    private void match(FaceBox box, FrameBoxes frame) {
        int best = -1;
        double bestOverlap = ON_FACE;
        for (int i = 0; i < faceScores.length; i++) {
            double overlap =
                    faceScores[i] == NOT_FOUND ? box.overlap(frame.faces().get(i)) : 0;
            if (overlap >= bestOverlap && (best < 0 || overlap > bestOverlap)) {
                best = i;
                bestOverlap = overlap;
            }
        }
        if (best >= 0) {
            faceScores[best] = box.score();
        } else if (frame.ignored().stream().noneMatch(ignored -> box.overlap(ignored) >= EXCUSED)) {
            falseScores.add(box.score());
        }
    }
}
