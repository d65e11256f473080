package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.bundle.ChannelOrder;
import io.crowdlake.inference.bundle.DetectorInput;
import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.bundle.NumberType;
import io.crowdlake.inference.bundle.PixelLayout;
import io.crowdlake.inference.image.BgrImage;
import java.awt.Color;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FittedPictureTest {

    @Test
    void ourOwnInputTakesASmallPictureAsItIs() {
        BgrImage image = white(100, 80);

        assertThat(FittedPicture.of(image, settings(DetectorInput.PICTURE)).image())
                .isSameAs(image);
    }

    @Test
    void sidesAreFilledUpWithTheMeanColour() {
        FittedPicture fitted = FittedPicture.of(white(100, 64), settings(input(32, null, null)));

        assertThat(fitted.image().width()).isEqualTo(128);
        assertThat(fitted.image().height()).isEqualTo(64);
        assertThat(fitted.width()).isEqualTo(100);
        assertThat(Pictures.pixel(fitted.image(), 99, 63)).isEqualTo(Color.WHITE);
        // The mean is given in the network's order, red first.
        assertThat(Pictures.pixel(fitted.image(), 100, 63)).isEqualTo(new Color(120, 110, 100));
    }

    @Test
    void aFixedInputHasThePictureAtItsTopLeftUndistorted() {
        FittedPicture fitted = FittedPicture.of(white(480, 270), settings(input(null, 320, 240)));

        assertThat(fitted.image().width()).isEqualTo(320);
        assertThat(fitted.image().height()).isEqualTo(240);
        assertThat(fitted.width()).isEqualTo(320);
        assertThat(fitted.height()).isEqualTo(180);
        assertThat(Pictures.pixel(fitted.image(), 319, 179)).isEqualTo(Color.WHITE);
        assertThat(Pictures.pixel(fitted.image(), 0, 180)).isEqualTo(new Color(120, 110, 100));
    }

    @Test
    void aSmallPictureIsMadeLargeForAFixedInput() {
        FittedPicture fitted = FittedPicture.of(white(40, 60), settings(input(null, 320, 240)));

        assertThat(fitted.width()).isEqualTo(160);
        assertThat(fitted.height()).isEqualTo(240);
    }

    @Property(tries = 100)
    void aBoxComesBackToWhereItWas(
            @ForAll @IntRange(min = 1, max = 700) int width,
            @ForAll @IntRange(min = 1, max = 700) int height,
            @ForAll @DoubleRange(min = 0, max = 0.5) double x,
            @ForAll @DoubleRange(min = 0, max = 0.5) double y,
            @ForAll boolean fixed) {
        FittedPicture fitted =
                FittedPicture.of(white(width, height), settings(fixed ? input(null, 160, 120) : input(16, null, null)));
        FaceBox within = new FaceBox(
                x * fitted.width(), y * fitted.height(), fitted.width() * 0.75, fitted.height() * 0.75, 0.5);

        FaceBox original = fitted.toOriginal(fitted.clipped(within));

        assertThat(original.left()).isCloseTo(x * width, within(1e-6));
        assertThat(original.top()).isCloseTo(y * height, within(1e-6));
        assertThat(original.right()).isCloseTo(0.75 * width, within(1e-6));
        assertThat(original.bottom()).isCloseTo(0.75 * height, within(1e-6));
        FaceBox everything = fitted.toOriginal(
                fitted.clipped(new FaceBox(Double.NEGATIVE_INFINITY, -1, 1e30, Double.POSITIVE_INFINITY, 7)));
        assertThat(everything.right()).isCloseTo(width, within(1e-6));
        assertThat(everything.bottom()).isCloseTo(height, within(1e-6));
        assertThat(everything.score()).isEqualTo(1);
    }

    private static DetectorInput input(Integer multipleOf, Integer width, Integer height) {
        return new DetectorInput(
                PixelLayout.NCHW,
                ChannelOrder.RGB,
                NumberType.FLOAT32,
                List.of(120.0, 110.0, 100.0),
                null,
                multipleOf,
                width,
                height);
    }

    private static DetectorSettings settings(DetectorInput input) {
        return new DetectorSettings("detector.pt", null, 320, 0.2, 0.5, 0.45, 64, 10, input, null, null);
    }

    private static BgrImage white(int width, int height) {
        return Pictures.image(
                Pictures.withFace(Pictures.black(width, height), 0, 0, Math.max(width, height), Color.WHITE));
    }
}
