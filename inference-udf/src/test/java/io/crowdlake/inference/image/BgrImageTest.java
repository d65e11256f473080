package io.crowdlake.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BgrImageTest {

    @Test
    void aPictureThatIsSmallEnoughStaysItself() {
        BgrImage image = grey(64, 32, 10);

        assertThat(image.limitedTo(64)).isSameAs(image);
    }

    @Test
    void aSmallerPictureHoldsTheAverages() {
        // Two columns of 0 and two of 200, which is -56 as a byte.
        BgrImage image = new BgrImage(4, 1, new byte[] {0, 0, 0, 0, 0, 0, -56, -56, -56, -56, -56, -56});

        assertThat(image.limitedTo(2).pixels()).containsExactly(0, 0, 0, -56, -56, -56);
        assertThat(image.limitedTo(1).pixels()).containsExactly(100, 100, 100);
    }

    @Test
    void channelsStayApart() {
        byte[] pixels = new byte[3 * 8 * 8];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = 10;
            pixels[i + 1] = 20;
            pixels[i + 2] = (byte) 240;
        }

        assertThat(Arrays.copyOf(new BgrImage(8, 8, pixels).limitedTo(5).pixels(), 3))
                .containsExactly(10, 20, -16);
    }

    @Property(tries = 200)
    void theLongerSideIsTheLimitAndAnEvenPictureStaysEven(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 1, max = 200) int limit,
            @ForAll @IntRange(max = 255) int level) {
        BgrImage small = grey(width, height, level).limitedTo(limit);

        assertThat(Math.max(small.width(), small.height())).isEqualTo(Math.min(limit, Math.max(width, height)));
        assertThat(Math.min(small.width(), small.height())).isPositive();
        for (byte value : small.pixels()) {
            assertThat(value & 0xff).isEqualTo(level);
        }
    }

    @Test
    void aPictureIsFittedIntoAFrameWithItsProportions() {
        assertThat(grey(64, 32, 10).fittedInto(64, 48))
                .satisfies(image -> assertThat(image.height()).isEqualTo(32));
        assertThat(grey(640, 320, 10).fittedInto(100, 100).height()).isEqualTo(50);
        assertThat(grey(10, 20, 10).fittedInto(100, 100).width()).isEqualTo(50);
        assertThat(grey(1000, 1, 10).fittedInto(100, 100).height()).isEqualTo(1);
    }

    @Test
    void whatIsAddedHasTheColourThatIsAskedFor() {
        BgrImage larger = new BgrImage(1, 1, new byte[] {1, 2, 3}).extendedTo(2, 2, 4, 5, 255);

        assertThat(larger.pixels()).containsExactly(1, 2, 3, 4, 5, -1, 4, 5, -1, 4, 5, -1);
        assertThat(larger.extendedTo(2, 2, 0, 0, 0)).isSameAs(larger);
    }

    @Property(tries = 100)
    void theAverageLevelStays(
            @ForAll @IntRange(min = 20, max = 120) int side, @ForAll @IntRange(min = 5, max = 19) int limit) {
        BgrImage image = grey(side, side, 0);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (byte) (i * 31 % 256);
        }

        assertThat(mean(image.limitedTo(limit))).isCloseTo(mean(image), offset(1.0));
    }

    @Test
    void aPictureHasThePixelsThatItSays() {
        assertThatThrownBy(() -> new BgrImage(2, 2, new byte[11])).hasMessageContaining("11 bytes");
        assertThatThrownBy(() -> new BgrImage(0, 2, new byte[0])).hasMessageContaining("0 x 2");
    }

    private static BgrImage grey(int width, int height, int level) {
        byte[] pixels = new byte[3 * width * height];
        Arrays.fill(pixels, (byte) level);
        return new BgrImage(width, height, pixels);
    }

    private static double mean(BgrImage image) {
        long sum = 0;
        for (byte value : image.pixels()) {
            sum += value & 0xff;
        }
        return (double) sum / image.pixels().length;
    }
}
