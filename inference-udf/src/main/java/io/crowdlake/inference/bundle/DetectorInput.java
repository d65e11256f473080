package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How the detector takes a picture. Either its sides are filled up to a multiple, or it has one fixed size, into which the picture is fitted
 * without distortion, at the top left; what is filled up has the mean colour. Boxes are mapped back either way.
 *
 * @param layout see {@link PixelFormat}
 * @param channels see {@link PixelFormat}
 * @param type see {@link PixelFormat}
 * @param mean see {@link PixelFormat}
 * @param scale see {@link PixelFormat}
 * @param multipleOf both sides are filled up to a multiple of it, 1..512, in pixels; 1 when left out
 * @param width the only width that the network takes, 16..4096, in pixels; null for any
 * @param height the only height, 16..4096, in pixels; there with a width and only then
 */
public record DetectorInput(
        PixelLayout layout,
        ChannelOrder channels,
        NumberType type,
        List<Double> mean,
        List<Double> scale,
        Integer multipleOf,
        Integer width,
        Integer height) {

    /** Any picture as the decoder gives it. */
    public static final DetectorInput PICTURE =
            new DetectorInput(PixelLayout.HWC, ChannelOrder.BGR, NumberType.UINT8, null, null, null, null, null);

    public DetectorInput {
        PixelFormat format = new PixelFormat(layout, channels, type, mean, scale);
        mean = format.mean();
        scale = format.scale();
        multipleOf = multipleOf == null ? 1 : multipleOf;
        Fields.range(multipleOf, 1, 512, "multipleOf");
        if ((width == null) != (height == null)) {
            throw new IllegalArgumentException(
                    (width == null ? "width" : "height") + " is missing, give both width and height or neither");
        }
        if (width != null) {
            Fields.range(width, 16, 4096, "width");
            Fields.range(height, 16, 4096, "height");
            if (multipleOf != 1) {
                throw new IllegalArgumentException("multipleOf makes no sense beside width and height, leave it out");
            }
        }
    }

    /** The part of it that concerns single pixels. */
    public PixelFormat format() {
        return new PixelFormat(layout, channels, type, mean, scale);
    }

    /** Whether there is one size for all pictures. */
    @JsonIgnore
    public boolean isFixed() {
        return width != null;
    }
}
