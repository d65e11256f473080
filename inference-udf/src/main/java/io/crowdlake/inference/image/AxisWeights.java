package io.crowdlake.inference.image;

/**
 * For each new pixel along one axis, the old pixels that it is made of: the average over its area where the picture gets smaller, the
 * two nearest in proportion where it gets larger. Beyond the edge, the edge goes on.
 *
 * @param first index of the first old pixel of each new one
 * @param weights of that pixel and those after it; each sums to 1
 */
record AxisWeights(int[] first, float[][] weights) {

    /**
     * @param start where the first new pixel begins, in old pixels; may lie outside
     * @param step width of a new pixel in old pixels, above 0
     * @param count new pixels
     * @param limit old pixels
     */
    static AxisWeights of(double start, double step, int count, int limit) {
        int[] first = new int[count];
        float[][] weights = new float[count][];
        for (int i = 0; i < count; i++) {
            double from = start + i * step;
            double to = from + step;
            if (step < 1) {
                // A window of one old pixel around the new one's centre touches just the two nearest.
                double center = from + step / 2;
                from = center - 0.5;
                to = center + 0.5;
            }
            int low = clamp((int) Math.floor(from), limit);
            int high = clamp((int) Math.ceil(to) - 1, limit);
            first[i] = low;
            weights[i] = average(from, to, low, Math.max(low, high));
        }
        return new AxisWeights(first, weights);
    }

    int count() {
        return first.length;
    }

    private static float[] average(double from, double to, int low, int high) {
        float[] weights = new float[high - low + 1];
        for (int k = low; k <= high; k++) {
            // The outermost pixels stand for everything beyond them.
            double left = k == low ? from : Math.max(from, k);
            double right = k == high ? to : Math.min(to, k + 1);
            weights[k - low] = (float) ((right - left) / (to - from));
        }
        return weights;
    }

    private static int clamp(int index, int limit) {
        return Math.max(0, Math.min(limit - 1, index));
    }
}
