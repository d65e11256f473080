package io.crowdlake.device.picture;

import java.awt.image.BufferedImage;
import java.time.Duration;

/**
 * Holds back pictures that look like the last one that was let through. A still scene is shown once a minute all the same, so that its camera
 * is not taken for dead. For one thread at a time.
 */
final class MotionGate {

    /** Longest time between two pictures, by event time. */
    static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    private static final int COLUMNS = 64;
    private static final int ROWS = 48;

    /** Pixels that are looked at per side of a cell: enough to average a sensor's noise away. */
    private static final int SAMPLES = 4;

    /** Of 256: what light and noise change. */
    private static final int DIFFERENT = 16;

    private int[] last;
    private Duration lastPosition;

    /**
     * Whether a picture is to be sent; it is the one to compare with then.
     *
     * @param threshold share of the picture that has to look different, above 0 and at most 1
     * @param position in event time
     */
    boolean opens(BufferedImage image, double threshold, Duration position) {
        int[] now = brightness(image);
        boolean opens = last == null
                || changed(last, now) >= threshold
                || position.compareTo(lastPosition) < 0
                || position.minus(lastPosition).compareTo(KEEP_ALIVE) >= 0;
        if (opens) {
            last = now;
            lastPosition = position;
        }
        return opens;
    }

    /** The next picture goes through, whatever it shows. */
    void forget() {
        last = null;
    }

    private static double changed(int[] before, int[] now) {
        int changed = 0;
        for (int i = 0; i < now.length; i++) {
            if (Math.abs(now[i] - before[i]) >= DIFFERENT) {
                changed++;
            }
        }
        return (double) changed / now.length;
    }

    /** Mean brightness, 0..255, of each cell. */
    private static int[] brightness(BufferedImage image) {
        int[] cells = new int[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                cells[row * COLUMNS + column] = cell(image, column, row);
            }
        }
        return cells;
    }

    private static int cell(BufferedImage image, int column, int row) {
        int sum = 0;
        for (int j = 0; j < SAMPLES; j++) {
            int y = (int) ((row + (j + 0.5) / SAMPLES) * image.getHeight() / ROWS);
            for (int i = 0; i < SAMPLES; i++) {
                int x = (int) ((column + (i + 0.5) / SAMPLES) * image.getWidth() / COLUMNS);
                int rgb = image.getRGB(x, y);
                sum += (2 * (rgb >> 16 & 0xff) + 5 * (rgb >> 8 & 0xff) + (rgb & 0xff)) / 8;
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }
}
