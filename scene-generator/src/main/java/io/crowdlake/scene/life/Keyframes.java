package io.crowdlake.scene.life;

import java.util.Arrays;

/** A value that changes over time: straight lines between given points, or smooth steps. */
final class Keyframes {

    private final boolean smooth;
    private double[] times = new double[8];
    private double[] values = new double[8];
    private int count;

    Keyframes(boolean smooth) {
        this.smooth = smooth;
    }

    /** Adds a point; times must not go back. */
    void add(double seconds, double value) {
        if (count > 0 && seconds < times[count - 1]) {
            throw new IllegalArgumentException("keyframe at " + seconds + " s comes before the last one");
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        times[count] = seconds;
        values[count++] = value;
    }

    double at(double seconds) {
        int next = 0;
        while (next < count && times[next] <= seconds) {
            next++;
        }
        if (next == 0) {
            return values[0];
        }
        if (next == count) {
            return values[count - 1];
        }
        double share = (seconds - times[next - 1]) / (times[next] - times[next - 1]);
        double eased = smooth ? share * share * (3 - 2 * share) : share;
        return values[next - 1] + (values[next] - values[next - 1]) * eased;
    }

    double end() {
        return times[count - 1];
    }

    double last() {
        return values[count - 1];
    }
}
