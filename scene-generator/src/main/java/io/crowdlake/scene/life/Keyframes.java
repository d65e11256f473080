package io.crowdlake.scene.life;

import java.util.Arrays;

/** A value that goes from point to point over time, taking a while to start and to stop. */
final class Keyframes {

    private final double ramp;
    private double[] times = new double[8];
    private double[] values = new double[8];
    private int count;

    /** @param ramp seconds that starting takes, and stopping; half of a step at most. 0 for straight lines */
    Keyframes(double ramp) {
        this.ramp = ramp;
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
        double duration = times[next] - times[next - 1];
        double way = way((seconds - times[next - 1]) / duration, Math.min(0.5, ramp / duration));
        return values[next - 1] + (values[next] - values[next - 1]) * way;
    }

    /** The part of the way that is behind after a part of the time: speed grows evenly, stays, and falls evenly. */
    private static double way(double time, double ramp) {
        double top = 1 / (1 - ramp);
        if (time < ramp) {
            return top * time * time / (2 * ramp);
        }
        if (time > 1 - ramp) {
            return 1 - top * (1 - time) * (1 - time) / (2 * ramp);
        }
        return top * (time - ramp / 2);
    }

    double end() {
        return times[count - 1];
    }

    double last() {
        return values[count - 1];
    }
}
