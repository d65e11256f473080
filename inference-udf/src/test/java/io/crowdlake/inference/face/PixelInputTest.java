package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.bundle.ChannelOrder;
import io.crowdlake.inference.bundle.NumberType;
import io.crowdlake.inference.bundle.PixelFormat;
import io.crowdlake.inference.bundle.PixelLayout;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** With a network that gives back what it gets. */
class PixelInputTest {

    /** Lives as long as the tests: two engines run them, one after the other. */
    private static final TorchNetwork ECHO = new TorchNetwork(TinyBundle.content("echo.pt"), false);

    /** Two pictures of 1 x 2 pixels: blue, green and red of each. */
    private static final byte[] TWO_PICTURES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 255};

    @Test
    void bytesGoInAsTheyAre() {
        Tensor seen = seen(new PixelFormat(PixelLayout.NHWC, ChannelOrder.BGR, NumberType.UINT8, null, null));

        assertThat(seen.shape()).containsExactly(2, 1, 2, 3);
        assertThat(seen.values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);
    }

    @Test
    void channelsLieTogetherWhereTheNetworkWantsThemSo() {
        Tensor seen = seen(new PixelFormat(PixelLayout.NCHW, ChannelOrder.BGR, NumberType.UINT8, null, null));

        assertThat(seen.shape()).containsExactly(2, 3, 1, 2);
        assertThat(seen.values()).containsExactly(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 255);
    }

    @Test
    void redComesFirstWhereTheNetworkWantsItSo() {
        Tensor seen = seen(new PixelFormat(PixelLayout.NHWC, ChannelOrder.RGB, NumberType.UINT8, null, null));

        assertThat(seen.values()).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7, 255, 11, 10);
    }

    @Test
    void meanAndScaleAreThoseOfTheNetworksChannels() {
        PixelFormat format = new PixelFormat(
                PixelLayout.NCHW,
                ChannelOrder.RGB,
                NumberType.FLOAT32,
                List.of(3.0, 2.0, 1.0),
                List.of(1.0, 10.0, 100.0));

        assertThat(seen(format).values()).containsExactly(0, 3, 0, 30, 0, 300, 6, 252, 60, 90, 600, 900);
    }

    @Test
    void onePictureHasNoDimensionForSeveral() {
        PixelFormat format = new PixelFormat(PixelLayout.CHW, ChannelOrder.RGB, NumberType.FLOAT32, null, null);
        PixelInput input = new PixelInput(format, ECHO);

        Tensor seen = input.forward(TWO_PICTURES, 1, 2, 2).get(0);

        assertThat(input.batched()).isFalse();
        assertThat(seen.shape()).containsExactly(3, 2, 2);
        assertThat(seen.values()).containsExactly(3, 6, 9, 255, 2, 5, 8, 11, 1, 4, 7, 10);
    }

    /** The arrays are kept between calls, so a small picture after a large one must not see what is left of that. */
    @Property(tries = 30)
    void noPictureShinesThroughToTheNext(
            @ForAll PixelLayout layout,
            @ForAll ChannelOrder order,
            @ForAll NumberType type,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height) {
        PixelInput used = new PixelInput(new PixelFormat(layout, order, type, null, null), ECHO);
        used.forward(new byte[3 * 16 * 16], 1, 16, 16);
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + 1);
        }

        PixelInput fresh = new PixelInput(new PixelFormat(layout, order, type, null, null), ECHO);
        assertThat(used.forward(pixels, 1, height, width).get(0).values())
                .hasSize(pixels.length)
                .containsExactly(fresh.forward(pixels, 1, height, width).get(0).values());
    }

    private static Tensor seen(PixelFormat format) {
        return new PixelInput(format, ECHO).forward(TWO_PICTURES, 2, 1, 2).get(0);
    }
}
