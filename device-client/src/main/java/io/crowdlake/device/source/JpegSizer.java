package io.crowdlake.device.source;

import io.crowdlake.scene.JpegEncoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Encodes pictures so that each fits into a hub message: first the quality goes down, then the size. A hub takes 256 KB with the message's
 * properties, so the default leaves them 16 KB.
 */
public final class JpegSizer implements AutoCloseable {

    /** What an inline frame may weigh. */
    public static final int DEFAULT_MAX_BYTES = 240 * 1024;

    private static final double[] QUALITIES = {0.85, 0.7, 0.55, 0.4};
    private static final double SHRINK = 0.75;
    private static final int SMALLEST_SIDE = 32;

    private final JpegEncoder encoder = new JpegEncoder();
    private final int maxBytes;
    private double best = QUALITIES[0];

    public JpegSizer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The quality to begin with, above 0 and at most 1. */
    public void quality(double quality) {
        best = quality;
    }

    /** A JPEG of at most the given number of bytes, unless the picture is too small to shrink. */
    public byte[] encode(BufferedImage image) {
        BufferedImage current = image;
        while (true) {
            byte[] jpeg = encoder.encode(current, best);
            for (int i = 0; i < QUALITIES.length && jpeg.length > maxBytes; i++) {
                if (QUALITIES[i] < best) {
                    jpeg = encoder.encode(current, QUALITIES[i]);
                }
            }
            if (jpeg.length <= maxBytes) {
                return jpeg;
            }
            if (Math.min(current.getWidth(), current.getHeight()) * SHRINK < SMALLEST_SIDE) {
                return jpeg;
            }
            current = shrunk(current);
        }
    }

    private static BufferedImage shrunk(BufferedImage image) {
        int width = (int) (image.getWidth() * SHRINK);
        int height = (int) (image.getHeight() * SHRINK);
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = smaller.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return smaller;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
