package io.crowdlake.benchmark.counting;

import io.crowdlake.counting.track.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one scene adds to {@link Hota}. */
final class HotaScene {

    private final List<MatchedFrame> frames;
    private final Map<String, Integer> truthBoxes = new HashMap<>();
    private final Map<String, Integer> foundBoxes = new HashMap<>();
    /** For each pair how much they overlap in all, each frame's overlap shared out among those who are near. */
    private final Map<List<String>, Double> potential = new HashMap<>();

    HotaScene(List<MatchedFrame> frames) {
        this.frames = frames;
        for (MatchedFrame frame : frames) {
            frame.truth().forEach(id -> truthBoxes.merge(id, 1, Integer::sum));
            frame.found().forEach(id -> foundBoxes.merge(id, 1, Integer::sum));
            share(frame);
        }
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

    /** True and found boxes together. */
    long boxes() {
        long boxes = 0;
        for (MatchedFrame frame : frames) {
            boxes += frame.truth().size() + frame.found().size();
        }
        return boxes;
    }

    /** Where boxes agree that overlap by as much at least. */
    Agreement at(double threshold) {
        Map<List<String>, Integer> matches = new HashMap<>();
        long hits = 0;
        for (MatchedFrame frame : frames) {
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
        return new Agreement(hits, association);
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

    /**
     * How well boxes are found and held together.
     *
     * @param hits pairs of boxes that agree
     * @param association the sum over them of how well they are held together, each 0..1
     */
    record Agreement(long hits, double association) {}
}
