package io.crowdlake.benchmark.counting;

import io.crowdlake.counting.track.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HOTA: the geometric mean of how well boxes are found and how well they are held together, over overlaps from 0.05 to 0.95. J. Luiten et
 * al., "HOTA: a higher order metric for evaluating multi-object tracking", 2021.
 */
final class Hota {

    private static final int THRESHOLDS = 19;
    private static final double STEP = 0.05;

    private final List<MatchedFrame> frames;
    private final Map<String, Integer> truthBoxes = new HashMap<>();
    private final Map<String, Integer> foundBoxes = new HashMap<>();
    /** For each pair how much they overlap in all, each frame's overlap shared out among those who are near. */
    private final Map<List<String>, Double> potential = new HashMap<>();

    private Hota(List<MatchedFrame> frames) {
        this.frames = frames;
        for (MatchedFrame frame : frames) {
            frame.truth().forEach(id -> truthBoxes.merge(id, 1, Integer::sum));
            frame.found().forEach(id -> foundBoxes.merge(id, 1, Integer::sum));
            share(frame);
        }
    }

    /** 0..1; NaN without any box. */
    static double of(List<MatchedFrame> frames) {
        Hota hota = new Hota(frames);
        double sum = 0;
        for (int i = 1; i <= THRESHOLDS; i++) {
            sum += hota.at(i * STEP);
        }
        return sum / THRESHOLDS;
    }

    private void share(MatchedFrame frame) {
        double[] rows = new double[frame.truth().size()];
        double[] columns = new double[frame.found().size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += frame.overlap()[i][j];
                columns[j] += frame.overlap()[i][j];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double overlap = frame.overlap()[i][j];
                if (overlap > 0) {
                    List<String> pair =
                            List.of(frame.truth().get(i), frame.found().get(j));
                    potential.merge(pair, overlap / (rows[i] + columns[j] - overlap), Double::sum);
                }
            }
        }
    }

    private double at(double threshold) {
        Map<List<String>, Integer> matches = new HashMap<>();
        long hits = 0;
        long boxes = 0;
        for (MatchedFrame frame : frames) {
            boxes += frame.truth().size() + frame.found().size();
            int[] columns = Assignment.solve(cost(frame));
            for (int row = 0; row < columns.length; row++) {
                int column = columns[row];
                if (column != Assignment.NONE && frame.overlap()[row][column] >= threshold) {
                    matches.merge(List.of(frame.truth().get(row), frame.found().get(column)), 1, Integer::sum);
                    hits++;
                }
            }
        }
        double association = 0;
        for (Map.Entry<List<String>, Integer> match : matches.entrySet()) {
            int times = match.getValue();
            int all = truthBoxes.get(match.getKey().get(0))
                    + foundBoxes.get(match.getKey().get(1))
                    - times;
            association += (double) times * times / all;
        }
        return boxes == 0 ? Double.NaN : Math.sqrt(association / (boxes - hits));
    }

    /** Pairs that go together in the whole recording are preferred. */
    private double[][] cost(MatchedFrame frame) {
        double[][] cost = new double[frame.truth().size()][frame.found().size()];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                String truth = frame.truth().get(i);
                String found = frame.found().get(j);
                double together = potential.getOrDefault(List.of(truth, found), 0.0);
                double alignment = together / (truthBoxes.get(truth) + foundBoxes.get(found) - together);
                cost[i][j] = 1 - alignment * frame.overlap()[i][j];
            }
        }
        return cost;
    }
}
