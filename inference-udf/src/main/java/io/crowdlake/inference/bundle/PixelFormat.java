package io.crowdlake.inference.bundle;

import java.util.List;

/**
 * How a network takes pictures. A number that goes in is (pixel - mean) x scale, pixel being 0..255.
 *
 * @param layout the order of the numbers
 * @param channels the order of the colours
 * @param type of the numbers; uint8 takes neither mean nor scale
 * @param mean of each channel, in their order; 0 when left out
 * @param scale of each channel, in their order, not 0; 1 when left out
 */
public record PixelFormat(
        PixelLayout layout, ChannelOrder channels, NumberType type, List<Double> mean, List<Double> scale) {

    private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

    /** One picture as the decoder gives it. */
    public static final PixelFormat PICTURE =
            new PixelFormat(PixelLayout.HWC, ChannelOrder.BGR, NumberType.UINT8, ZEROS, ONES);

    /** Several crops as they are cut. */
    public static final PixelFormat CROPS =
            new PixelFormat(PixelLayout.NHWC, ChannelOrder.BGR, NumberType.UINT8, ZEROS, ONES);

    public PixelFormat {
        Fields.present(layout, "layout");
        Fields.present(channels, "channels");
        Fields.present(type, "type");
        mean = Fields.perChannel(mean == null ? ZEROS : mean, "mean");
        scale = Fields.perChannel(scale == null ? ONES : scale, "scale");
        if (scale.stream().anyMatch(factor -> factor == 0)) {
            throw new IllegalArgumentException("scale is " + scale + ", must not be 0");
        }
        if (type == NumberType.UINT8 && !(mean.equals(ZEROS) && scale.equals(ONES))) {
            throw new IllegalArgumentException("mean and scale need floats, set type to float32 or leave them out");
        }
    }
}
