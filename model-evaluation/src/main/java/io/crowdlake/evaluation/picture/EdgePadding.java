package io.crowdlake.evaluation.picture;

import io.crowdlake.inference.image.BgrImage;

/** Puts a margin around a picture in which its edge goes on. */
public final class EdgePadding {

    private EdgePadding() {}

    /** The picture with so many columns more at the left and the right, and so many rows at the top and the bottom. */
    public static BgrImage around(BgrImage image, int columns, int rows) {
        int width = image.width() + 2 * columns;
        int height = image.height() + 2 * rows;
        byte[] from = image.pixels();
        byte[] padded = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            int sourceRow = Math.max(0, Math.min(image.height() - 1, y - rows)) * image.width();
            int to = 3 * y * width;
            System.arraycopy(from, 3 * sourceRow, padded, to + 3 * columns, 3 * image.width());
            for (int x = 0; x < columns; x++) {
                System.arraycopy(from, 3 * sourceRow, padded, to + 3 * x, 3);
                int last = 3 * (sourceRow + image.width() - 1);
                System.arraycopy(from, last, padded, to + 3 * (width - 1 - x), 3);
            }
        }
        return new BgrImage(width, height, padded);
    }
}
