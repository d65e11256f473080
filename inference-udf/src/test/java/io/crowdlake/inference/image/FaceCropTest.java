package io.crowdlake.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FaceCropTest {

    private static final int SIZE = 32;

    private final FaceCrop crop = new FaceCrop(SIZE);

    @Test
    void aPieceOfTheSameSizeIsCopiedAsItIs() {
        BgrImage image = ramp(100, 100);

        BgrImage piece = cut(image, 50, 40, SIZE);

        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                assertThat(blue(piece, x, y)).isEqualTo(34 + x);
                assertThat(green(piece, x, y)).isEqualTo(24 + y);
            }
        }
    }

    @Test
    void aLargePieceIsAveragedAndASmallOneIsInterpolated() {
        BgrImage image = ramp(200, 200);

        // Two old pixels in a new one: the mean of 60 and 61 and so on.
        assertThat(blue(cut(image, 92, 92, 64), 0, 0)).isCloseTo(60, offset(1));
        assertThat(blue(cut(image, 92, 92, 64), 31, 31)).isCloseTo(123, offset(1));
        assertThat(blue(cut(image, 50, 50, 8), 0, 0)).isCloseTo(46, offset(1));
        assertThat(blue(cut(image, 50, 50, 8), 31, 31)).isCloseTo(53, offset(1));
    }

    @Test
    void beyondAnEdgeTheEdgeGoesOn() {
        BgrImage image = ramp(100, 100);

        BgrImage corner = cut(image, 0, 0, SIZE);
        assertThat(blue(corner, 0, 0)).isZero();
        assertThat(blue(corner, 15, 15)).isZero();
        assertThat(blue(corner, 20, 0)).isEqualTo(4);
        assertThat(green(corner, 0, 20)).isEqualTo(4);

        BgrImage opposite = cut(image, 100, 100, SIZE);
        assertThat(blue(opposite, 15, 0)).isEqualTo(99);
        assertThat(blue(opposite, 31, 31)).isEqualTo(99);
    }

    @Test
    void severalPiecesLieOneAfterTheOther() {
        BgrImage image = ramp(100, 100);
        byte[] target = new byte[2 * crop.bytes()];

        crop.cut(image, 20, 20, SIZE, target, 0);
        crop.cut(image, 70, 20, SIZE, target, crop.bytes());

        assertThat(target[0]).isEqualTo((byte) 4);
        assertThat(target[crop.bytes()]).isEqualTo((byte) 54);
    }

    @Property(tries = 500)
    void anyPlaceAndSideGivesLevelsThatThePictureHas(
            @ForAll @DoubleRange(min = -150, max = 250) double centerX,
            @ForAll @DoubleRange(min = -150, max = 250) double centerY,
            @ForAll @DoubleRange(min = 0.01, max = 400) double side) {
        BgrImage piece = cut(ramp(100, 80), centerX, centerY, side);

        for (int i = 0; i < SIZE; i++) {
            assertThat(blue(piece, i, i)).isBetween(0, 99);
            assertThat(green(piece, i, i)).isBetween(0, 79);
            assertThat(piece.pixels()[3 * i * (SIZE + 1) + 2] & 0xff)
                    .as("red is 200 everywhere")
                    .isEqualTo(200);
        }
    }

    private BgrImage cut(BgrImage image, double centerX, double centerY, double side) {
        byte[] target = new byte[crop.bytes()];
        crop.cut(image, centerX, centerY, side, target, 0);
        return new BgrImage(SIZE, SIZE, target);
    }

    /** Blue is the column, green the row, red always 200. */
    private static BgrImage ramp(int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            pixels[3 * i] = (byte) (i % width);
            pixels[3 * i + 1] = (byte) (i / width);
            pixels[3 * i + 2] = (byte) 200;
        }
        return new BgrImage(width, height, pixels);
    }

    private static int blue(BgrImage image, int x, int y) {
        return image.pixels()[3 * (y * image.width() + x)] & 0xff;
    }

    private static int green(BgrImage image, int x, int y) {
        return image.pixels()[3 * (y * image.width() + x) + 1] & 0xff;
    }
}
