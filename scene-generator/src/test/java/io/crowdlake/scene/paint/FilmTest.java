package io.crowdlake.scene.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FilmTest {

    private static final int GREY = 0x808080;

    @Test
    void noiseBelongsToTheFrameAndBarelyShiftsTheMean() {
        for (long seed = 0; seed < 20; seed++) {
            Film film = new Film(new SplittableRandom(seed));
            byte[] first = developed(film, 1);

            assertThat(developed(film, 1)).isEqualTo(first);
            assertThat(mean(first)).as("exposure stays in bounds").isBetween(85.0, 180.0);
            assertThat(mean(developed(film, 2))).isBetween(mean(first) - 1, mean(first) + 1);
        }
    }

    private static byte[] developed(Film film, long frame) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 200; x++) {
                image.setRGB(x, y, GREY);
            }
        }
        BufferedImage print = new BufferedImage(200, 100, BufferedImage.TYPE_3BYTE_BGR);
        film.develop(image, frame, print);
        return ((DataBufferByte) print.getRaster().getDataBuffer()).getData();
    }

    private static double mean(byte[] values) {
        double sum = 0;
        for (byte value : values) {
            sum += value & 255;
        }
        return sum / values.length;
    }
}
