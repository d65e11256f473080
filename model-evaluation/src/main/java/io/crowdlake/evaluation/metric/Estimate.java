package io.crowdlake.evaluation.metric;

import java.util.List;

/**
 * A figure that is no share of counted things, with its 95 % interval.
 *
 * @param value the figure in its own unit; null where there is nothing to measure
 * @param low lower end of the interval, at most the value; null with the value
 * @param high upper end of the interval, at least the value; null with the value
 * @param of things that it was measured on, at least 0
 */
public record Estimate(Double value, Double low, Double high, long of) {

    /** Standard deviations of a normal distribution that hold 95 % of it, to both sides. */
    static final double Z95 = 1.959964;

    /** The figure where there is nothing to measure. */
    static final Estimate NONE = new Estimate(null, null, null, 0);

    /** The mean with its normal interval: 1.96 standard errors to both sides. */
    public static Estimate mean(double[] values) {
        int count = values.length;
        if (count == 0) {
            return NONE;
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = count == 1 ? 0 : Math.sqrt(squares / (count - 1) / count);
        return around(mean, error, count);
    }

    /** The mean of independent shares, each counting the same; those of nothing are left out. */
    public static Estimate meanOf(List<Proportion> shares) {
        List<Proportion> known =
                shares.stream().filter(share -> share.value() != null).toList();
        if (known.isEmpty()) {
            return NONE;
        }
        double mean = known.stream().mapToDouble(Proportion::value).average().orElseThrow();
        double variance = known.stream().mapToDouble(Proportion::variance).sum() / known.size() / known.size();
        return around(
                mean,
                Math.sqrt(variance),
                known.stream().mapToLong(Proportion::of).sum());
    }

    private static Estimate around(double value, double error, long count) {
        return new Estimate(value, value - Z95 * error, value + Z95 * error, count);
    }
}
