package io.crowdlake.evaluation.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The samples of a picture as they are in its file. Java's colour conversion would brighten grey pictures, since it takes their levels for
 * linear light.
 */
final class Samples {

    private Samples() {}

    /** Blue, green, red of each pixel, 8 bits each; transparency is left out. */
    static byte[] bgr(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel ? palette(image) : direct(image);
    }

    private static byte[] direct(BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        boolean grey = model.getNumColorComponents() == 1;
        int shift = Math.max(0, model.getComponentSize(0) - 8);
        byte[] bgr = new byte[3 * image.getWidth() * image.getHeight()];
        int[] row = new int[raster.getNumBands() * image.getWidth()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, image.getWidth(), 1, row);
            for (int from = 0; from < row.length; from += raster.getNumBands()) {
                bgr[to++] = (byte) (row[grey ? from : from + 2] >> shift);
                bgr[to++] = (byte) (row[grey ? from : from + 1] >> shift);
                bgr[to++] = (byte) (row[from] >> shift);
            }
        }
        return bgr;
    }

    private static byte[] palette(BufferedImage image) {
        byte[] bgr = new byte[3 * image.getWidth() * image.getHeight()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                bgr[to++] = (byte) rgb;
                bgr[to++] = (byte) (rgb >> 8);
                bgr[to++] = (byte) (rgb >> 16);
            }
        }
        return bgr;
    }
}
