package io.crowdlake.device.source;

import io.crowdlake.scene.JpegEncoder;
import java.awt.image.BufferedImage;

/**
 * Encodes pictures so that each has at most so many bytes: first the quality goes down, then the size. A hub takes 256 KB with the message's
 * properties, so an inline picture leaves them 16 KB. For one thread at a time.
 */
public final class JpegSizer implements AutoCloseable {

    /** What an inline picture may weigh. */
    public static final int INLINE_BYTES = 240 * 1024;

    /** In percent. */
    public static final int DEFAULT_QUALITY = 85;

    /** Below this faces suffer more than from fewer pixels. */
    private static final int LOWEST_QUALITY = 40;

    private static final int QUALITY_STEP = 15;
    private static final int SMALLEST_SIDE = 32;

    /** Bytes do not quite shrink with the pixels; those of noise shrink faster, so that a step is no more than a half. */
    private static final double CAUTION = 0.95;

    private static final double LARGEST_STEP = 0.5;
    private static final double SMALLEST_STEP = 0.9;

    private final JpegEncoder encoder = new JpegEncoder();

    /**
     * A JPEG of at most so many bytes, unless the picture is too small to shrink.
     *
     * @param quality to begin with, 1..100
     */
    public byte[] encode(BufferedImage image, int quality, int maxBytes) {
        byte[] jpeg = encoder.encode(image, quality / 100.0);
        int lowest = quality;
        while (jpeg.length > maxBytes && lowest > LOWEST_QUALITY) {
            lowest = Math.max(LOWEST_QUALITY, lowest - QUALITY_STEP);
            jpeg = encoder.encode(image, lowest / 100.0);
        }
        BufferedImage current = image;
        while (jpeg.length > maxBytes) {
            double factor = Math.min(SMALLEST_STEP, CAUTION * Math.sqrt((double) maxBytes / jpeg.length));
            double smallest = (double) SMALLEST_SIDE / Math.min(current.getWidth(), current.getHeight());
            if (smallest >= 1) {
                return jpeg;
            }
            current = Pixels.scaled(current, Math.max(Math.max(factor, LARGEST_STEP), smallest));
            jpeg = encoder.encode(current, lowest / 100.0);
        }
        return jpeg;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
