package io.crowdlake.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.image.BgrImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EdgePaddingTest {

    @Test
    void theEdgeGoesOn() {
        BgrImage image = new BgrImage(2, 2, new byte[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4});
        BgrImage padded = EdgePadding.around(image, 2, 1);
        assertThat(padded.width()).isEqualTo(6);
        assertThat(padded.height()).isEqualTo(4);
        int[][] expected = {{1, 1, 1, 2, 2, 2}, {1, 1, 1, 2, 2, 2}, {3, 3, 3, 4, 4, 4}, {3, 3, 3, 4, 4, 4}};
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                assertThat(padded.pixels()[3 * (y * 6 + x) + 1]).isEqualTo((byte) expected[y][x]);
            }
        }
    }

    @Property
    void everyPixelIsTheNearestOfThePicture(
            @ForAll @IntRange(min = 1, max = 6) int width,
            @ForAll @IntRange(min = 1, max = 6) int height,
            @ForAll @IntRange(max = 4) int columns,
            @ForAll @IntRange(max = 4) int rows) {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        BgrImage padded = EdgePadding.around(new BgrImage(width, height, pixels), columns, rows);
        for (int y = 0; y < padded.height(); y++) {
            for (int x = 0; x < padded.width(); x++) {
                int sourceX = Math.max(0, Math.min(width - 1, x - columns));
                int sourceY = Math.max(0, Math.min(height - 1, y - rows));
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(padded.pixels()[3 * (y * padded.width() + x) + channel])
                            .isEqualTo(pixels[3 * (sourceY * width + sourceX) + channel]);
                }
            }
        }
    }
}
