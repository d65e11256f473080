package io.crowdlake.benchmark.counting;

/** Absolute errors and true figures, added up. */
final class Sums {

    private double errors;
    private double truths;

    void add(double measured, double truth) {
        addError(measured - truth, truth);
    }

    /** Adds an error that is not the difference from the truth. */
    void addError(double error, double truth) {
        errors += Math.abs(error);
        truths += truth;
    }

    /** Counts a thing that is right or not; the {@link #share} is then that of the wrong ones. */
    void addRight(boolean right) {
        errors += right ? 0 : 1;
        truths++;
    }

    /** Mean absolute error as a share of the mean truth; NaN when that is 0. */
    double share() {
        return truths == 0 ? Double.NaN : errors / truths;
    }
}
