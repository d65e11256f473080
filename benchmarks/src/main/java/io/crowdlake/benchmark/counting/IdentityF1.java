package io.crowdlake.benchmark.counting;

import io.crowdlake.counting.track.Assignment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * IDF1: how well tracks are people, when each person gets one track at most and each track one person, so that they agree in as many boxes as
 * possible. E. Ristani et al., "Performance measures and a data set for multi-target, multi-camera tracking", 2016. Nobody is in
 * two scenes, so their sums add up.
 */
final class IdentityF1 {

    /** From this overlap on two boxes agree. */
    private static final double SAME = 0.5;

    private long agreeing;
    private long boxes;

    /** Over the scenes so far: 2 x boxes that agree / (true boxes + found boxes), 0..1; NaN without any box. */
    double share() {
        return boxes == 0 ? Double.NaN : 2.0 * agreeing / boxes;
    }

    void add(List<MatchedFrame> frames) {
        Map<String, Integer> truth = new LinkedHashMap<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        Map<List<String>, Integer> together = new HashMap<>();
        for (MatchedFrame frame : frames) {
            boxes += frame.truth().size() + frame.found().size();
            for (String id : frame.found()) {
                found.putIfAbsent(id, found.size());
            }
            for (int i = 0; i < frame.truth().size(); i++) {
                truth.putIfAbsent(frame.truth().get(i), truth.size());
                for (int j = 0; j < frame.found().size(); j++) {
                    if (frame.overlap()[i][j] >= SAME) {
                        together.merge(
                                List.of(frame.truth().get(i), frame.found().get(j)), 1, Integer::sum);
                    }
                }
            }
        }
        double most =
                together.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        double[][] cost = new double[truth.size()][found.size()];
        for (double[] row : cost) {
            Arrays.fill(row, 1);
        }
        int[][] count = new int[truth.size()][found.size()];
        together.forEach((pair, times) -> {
            int row = truth.get(pair.get(0));
            int column = found.get(pair.get(1));
            count[row][column] = times;
            cost[row][column] = 1 - times / most;
        });
        int[] columns = Assignment.solve(cost);
        for (int row = 0; row < columns.length; row++) {
            agreeing += columns[row] == Assignment.NONE ? 0 : count[row][columns[row]];
        }
    }
}
