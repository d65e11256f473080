package io.crowdlake.device.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Pictures to look at. */
final class Drawn {

    private Drawn() {}

    /** Grey, with a white square at some place. */
    static BufferedImage square(int x, int y, int side) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, 640, 480);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(x, y, side, side);
        canvas.dispose();
        return image;
    }

    /** The same with the noise of a sensor in the dark. */
    static BufferedImage noisy(BufferedImage image, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage noisy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int level = (image.getRGB(x, y) & 255) + random.nextInt(-20, 21);
                int grey = Math.max(0, Math.min(255, level));
                noisy.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return noisy;
    }
}
