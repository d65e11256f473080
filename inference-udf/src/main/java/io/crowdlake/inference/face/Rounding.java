package io.crowdlake.inference.face;

/** Keeps the digits that mean something: analyses are read by people and stored by the billion. */
final class Rounding {

    private Rounding() {}

    static double hundredth(double value) {
        return Math.rint(value * 1e2) / 1e2;
    }

    static double tenThousandth(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    /** A fraction of a frame, to less than a hundredth of a pixel of any camera, and never beyond the frame. */
    static double fraction(double value) {
        return Math.max(0, Math.min(1, Math.rint(value * 1e6) / 1e6));
    }
}
