package io.crowdlake.inference.bundle;

/** The order of a picture's numbers: N pictures, H rows, W columns, C channels, the slowest first. */
public enum PixelLayout {
    /** One picture, pixel after pixel, as the decoder gives it. */
    HWC,
    /** One picture, channel after channel. */
    CHW,
    /** Several pictures, each pixel after pixel. */
    NHWC,
    /** Several pictures, each channel after channel: what most networks of PyTorch take. */
    NCHW;

    /** Whether there is a dimension for several pictures. */
    public boolean batched() {
        return this == NHWC || this == NCHW;
    }

    /** Whether a channel's numbers lie together. */
    public boolean planar() {
        return this == CHW || this == NCHW;
    }

    /** The dimensions of so many pictures of three channels; without a dimension for them, count is 1. */
    public long[] shape(int count, int height, int width) {
        return switch (this) {
            case HWC -> new long[] {height, width, 3};
            case CHW -> new long[] {3, height, width};
            case NHWC -> new long[] {count, height, width, 3};
            case NCHW -> new long[] {count, 3, height, width};
        };
    }
}
