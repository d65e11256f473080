package io.crowdlake.benchmark;

import java.util.Arrays;
import java.util.Collection;

/**
 * What was measured in several rounds.
 *
 * @param median of the rounds
 * @param lower quartile: a quarter of the rounds gave less
 * @param upper quartile: a quarter of the rounds gave more
 */
public record Spread(double median, double lower, double upper) {

    /** Of one round or more; between two rounds values are interpolated. */
    public static Spread of(Collection<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("there are no rounds, must be at least one");
        }
        double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    /** Half the distance between the quartiles, as a share of the median: 0.02 is written as ±2 %. */
    public double deviation() {
        return (upper - lower) / 2 / median;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
