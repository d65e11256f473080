package io.crowdlake.inference.image;

import java.util.Arrays;

/** Makes a picture of another size out of a part of one, first along the rows, then down the columns. */
final class Resampler {

    private final AxisWeights columns;
    private final AxisWeights rows;
    /** Old rows that are already resampled along their length, by row number modulo 2: neighbouring new rows share at most two. */
    private final float[][] cached;

    private final int[] cachedRow = {-1, -1};
    private final float[] sum;

    Resampler(AxisWeights columns, AxisWeights rows) {
        this.columns = columns;
        this.rows = rows;
        this.cached = new float[2][3 * columns.count()];
        this.sum = new float[3 * columns.count()];
    }

    void resample(BgrImage image, byte[] target, int offset) {
        int to = offset;
        for (int y = 0; y < rows.count(); y++) {
            Arrays.fill(sum, 0);
            float[] weights = rows.weights()[y];
            for (int k = 0; k < weights.length; k++) {
                float[] row = row(image, rows.first()[y] + k);
                float weight = weights[k];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * row[i];
                }
            }
            for (float value : sum) {
                target[to++] = (byte) (int) (value + 0.5f);
            }
        }
    }

    private float[] row(BgrImage image, int y) {
        float[] row = cached[y & 1];
        if (cachedRow[y & 1] == y) {
            return row;
        }
        cachedRow[y & 1] = y;
        byte[] pixels = image.pixels();
        for (int x = 0, to = 0; x < columns.count(); x++) {
            int from = 3 * (y * image.width() + columns.first()[x]);
            float blue = 0;
            float green = 0;
            float red = 0;
            for (float weight : columns.weights()[x]) {
                blue += weight * (pixels[from++] & 0xff);
                green += weight * (pixels[from++] & 0xff);
                red += weight * (pixels[from++] & 0xff);
            }
            row[to++] = blue;
            row[to++] = green;
            row[to++] = red;
        }
        return row;
    }
}
