package io.crowdlake.inference.face;

import java.util.Arrays;

/**
 * One output of a network, copied out of native memory.
 *
 * @param shape its dimensions
 * @param values row after row
 */
record Tensor(long[] shape, float[] values) {

    /** Whether it has these dimensions; -1 stands for any. */
    boolean hasShape(long... expected) {
        if (shape.length != expected.length) {
            return false;
        }
        for (int i = 0; i < shape.length; i++) {
            if (expected[i] >= 0 && shape[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Index of the largest of {@code count} values from an offset on. */
    int largest(int offset, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (values[offset + i] > values[offset + best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return Arrays.toString(shape);
    }
}
