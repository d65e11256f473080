package io.crowdlake.inference.image;

import java.awt.image.Raster;

/** Four-component JPEGs, as programs for print write them. Without a colour profile the result is near the truth, not exact. */
final class PrintColours {

    private static final int YCCK = 2;

    private PrintColours() {}

    /**
     * @param raster the components as they are in the file
     * @param adobeTransform of Adobe's marker; with it, the components are stored inverted
     */
    static byte[] toBgr(Raster raster, int adobeTransform) {
        byte[] from = JpegDecoder.bytes(raster);
        byte[] pixels = new byte[from.length / 4 * 3];
        for (int i = 0, to = 0; i < from.length; i += 4, to += 3) {
            float first = from[i] & 0xff;
            float second = from[i + 1] & 0xff;
            float third = from[i + 2] & 0xff;
            float key = from[i + 3] & 0xff;
            if (adobeTransform == YCCK) {
                float luma = first;
                float blueness = second - 128;
                float redness = third - 128;
                first = clamp(255 - (luma + 1.402f * redness));
                second = clamp(255 - (luma - 0.344136f * blueness - 0.714136f * redness));
                third = clamp(255 - (luma + 1.772f * blueness));
            }
            if (adobeTransform < 0) {
                first = 255 - first;
                second = 255 - second;
                third = 255 - third;
                key = 255 - key;
            }
            pixels[to] = level(third * key / 255);
            pixels[to + 1] = level(second * key / 255);
            pixels[to + 2] = level(first * key / 255);
        }
        return pixels;
    }

    private static byte level(float value) {
        return (byte) Math.round(clamp(value));
    }

    private static float clamp(float value) {
        return Math.max(0, Math.min(255, value));
    }
}
