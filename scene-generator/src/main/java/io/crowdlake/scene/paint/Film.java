package io.crowdlake.scene.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What a cheap camera does to a picture: exposure, a colour cast, softness and noise. */
final class Film {

    private static final int NOISE_SIZE = 1 << 16;

    private final int[][] curves = new int[3][256];
    private final byte[] noise = new byte[NOISE_SIZE];
    private final boolean soft;

    Film(RandomGenerator random) {
        double gain = 0.86 + 0.3 * random.nextDouble();
        double lift = random.nextDouble() * 14 - 5;
        double gamma = 0.88 + 0.26 * random.nextDouble();
        double warm = (random.nextDouble() - 0.5) * 0.12;
        double[] cast = {1 + warm, 1, 1 - warm};
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < 256; i++) {
                double value = 255 * Math.pow(i / 255.0, gamma) * gain * cast[channel] + lift;
                curves[channel][i] = (int) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
        soft = random.nextDouble() < 0.3;
        double amount = 1 + 4.5 * random.nextDouble() * random.nextDouble();
        for (int i = 0; i < NOISE_SIZE; i++) {
            double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            noise[i] = (byte) Math.round(bell * 2 * amount);
        }
    }

    /**
     * Develops a picture of type INT_RGB, which is used up.
     *
     * @param frame the same number gives the same noise
     * @param print where the result goes: same size, type 3BYTE_BGR, which encodes fastest
     */
    void develop(BufferedImage image, long frame, BufferedImage print) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] out = ((DataBufferByte) print.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        if (soft) {
            soften(pixels, width);
        }
        SplittableRandom random = new SplittableRandom(frame);
        int[] red = curves[0];
        int[] green = curves[1];
        int[] blue = curves[2];
        int to = 0;
        for (int start = 0; start < pixels.length; start += width) {
            int at = random.nextInt(NOISE_SIZE - width);
            for (int i = start; i < start + width; i++) {
                int pixel = pixels[i];
                int grain = noise[at++];
                out[to++] = clamp(blue[pixel & 255] + grain);
                out[to++] = clamp(green[(pixel >> 8) & 255] + grain);
                out[to++] = clamp(red[(pixel >> 16) & 255] + grain);
            }
        }
    }

    /** Averages each pixel with its right and lower neighbours; the sums of two channels fit into one int. */
    private void soften(int[] pixels, int width) {
        for (int start = 0; start + 2 * width <= pixels.length; start += width) {
            for (int i = start; i < start + width - 1; i++) {
                pixels[i] =
                        average(average(pixels[i], pixels[i + 1]), average(pixels[i + width], pixels[i + width + 1]));
            }
        }
    }

    private static int average(int a, int b) {
        return (a & b) + (((a ^ b) & 0xFEFEFE) >>> 1);
    }

    private static byte clamp(int value) {
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
