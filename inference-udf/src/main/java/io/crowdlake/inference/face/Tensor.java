package io.crowdlake.inference.face;

import java.util.Arrays;

/**
 * One output of a network, copied out of native memory.
 *
 * @param shape its dimensions
 * @param values row after row
 */
record Tensor(long[] shape, float[] values) {

    /** Whether it has these dimensions when those of 1, such as the one for several pictures, are left out on both sides. */
    boolean holds(long... expected) {
        return Arrays.equals(withoutOnes(shape), withoutOnes(expected));
    }

    @Override
    public String toString() {
        return Arrays.toString(shape);
    }

    private static long[] withoutOnes(long[] shape) {
        return Arrays.stream(shape).filter(length -> length != 1).toArray();
    }
}
