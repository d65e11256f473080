package io.crowdlake.evaluation.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The uncertainty of a figure that no formula gives: it is worked out again for samples drawn from the things with replacement (B. Efron,
 * "Bootstrap methods: another look at the jackknife", 1979). The seed is fixed, so that the same data give the same interval.
 */
final class Bootstrap {

    private static final int SAMPLES = 1000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20260301;

    private Bootstrap() {}

    /**
     * The figure with the middle 95 % of its samples.
     *
     * @param things that are drawn from
     * @param of what the figure is about, for the report
     * @param figure from how often each thing was drawn; NaN when that leaves nothing to measure
     */
    static Estimate estimate(int things, long of, ToDoubleFunction<int[]> figure) {
        int[] times = new int[things];
        Arrays.fill(times, 1);
        double value = figure.applyAsDouble(times);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] samples = new double[SAMPLES];
        int count = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Arrays.fill(times, 0);
            for (int draw = 0; draw < things; draw++) {
                times[random.nextInt(things)]++;
            }
            double sample = figure.applyAsDouble(times);
            if (!Double.isNaN(sample)) {
                samples[count++] = sample;
            }
        }
        Arrays.sort(samples, 0, count);
        double low = count == 0 ? value : samples[(int) (TAIL * (count - 1))];
        double high = count == 0 ? value : samples[(int) Math.ceil((1 - TAIL) * (count - 1))];
        return new Estimate(value, Math.min(value, low), Math.max(value, high), of);
    }
}
