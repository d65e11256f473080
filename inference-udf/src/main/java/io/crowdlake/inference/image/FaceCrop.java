package io.crowdlake.inference.image;

/** Cuts square pieces out of a picture, all brought to one size. Outside of the picture its edge goes on. */
public final class FaceCrop {

    private final int size;

    /** @param size side of a piece in pixels */
    public FaceCrop(int size) {
        this.size = size;
    }

    /** Bytes of one piece. */
    public int bytes() {
        return 3 * size * size;
    }

    /**
     * Cuts one piece.
     *
     * @param centerX of the square, in pixels from the picture's left edge
     * @param centerY of the square, in pixels from its top
     * @param side of the square in pixels, above 0
     * @param target receives the piece, blue green red, row after row
     * @param offset where in the target
     */
    public void cut(BgrImage image, double centerX, double centerY, double side, byte[] target, int offset) {
        double step = side / size;
        new Resampler(
                        AxisWeights.of(centerX - side / 2, step, size, image.width()),
                        AxisWeights.of(centerY - side / 2, step, size, image.height()))
                .resample(image, target, offset);
    }
}
