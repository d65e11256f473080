package io.crowdlake.device.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegSizerTest {

    @Test
    void anOrdinaryPictureKeepsItsSize() throws IOException {
        byte[] jpeg = encode(new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR), JpegSizer.INLINE_BYTES);

        assertThat(width(jpeg)).isEqualTo(640);
    }

    @Test
    void theWorstPictureFits() throws IOException {
        byte[] jpeg = encode(noise(1920, 1080), JpegSizer.INLINE_BYTES);

        assertThat(jpeg.length).isLessThanOrEqualTo(JpegSizer.INLINE_BYTES);
        assertThat(width(jpeg)).isBetween(400, 1500);
    }

    @Test
    void aNoisyPictureOf4kFits() throws IOException {
        byte[] jpeg = encode(noise(3840, 2160), JpegSizer.INLINE_BYTES);

        assertThat(jpeg.length)
                .as("not much smaller than it has to be")
                .isBetween(JpegSizer.INLINE_BYTES / 4, JpegSizer.INLINE_BYTES);
        assertThat(width(jpeg)).isBetween(400, 2000);
    }

    @Test
    void qualityGoesDownBeforeTheSize() throws IOException {
        BufferedImage picture = noise(320, 240);
        byte[] best = encode(picture, Integer.MAX_VALUE);
        byte[] smaller = encode(picture, best.length * 2 / 3);

        assertThat(smaller.length).isLessThanOrEqualTo(best.length * 2 / 3);
        assertThat(width(smaller)).isEqualTo(320);
    }

    @Test
    void aLimitThatNothingFitsIntoEndsAtAThumbnail() throws IOException {
        assertThat(width(encode(noise(320, 240), 10))).isBetween(32, 60);
    }

    private static byte[] encode(BufferedImage image, int maxBytes) {
        try (JpegSizer sizer = new JpegSizer()) {
            return sizer.encode(image, JpegSizer.DEFAULT_QUALITY, maxBytes);
        }
    }

    private static int width(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth();
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }
}
