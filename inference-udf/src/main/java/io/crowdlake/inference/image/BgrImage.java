package io.crowdlake.inference.image;

/**
 * A picture in memory as the networks take it.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param pixels blue, green, red of each pixel, row after row from the top left; not copied, so the owner must not change them
 */
public record BgrImage(int width, int height, byte[] pixels) {

    public BgrImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture is " + width + " x " + height + ", must have a pixel");
        }
        if (pixels.length != 3L * width * height) {
            throw new IllegalArgumentException("picture has " + pixels.length + " bytes, must have 3 per pixel");
        }
    }

    /** The same picture with its longer side at most so many pixels, area-averaged; itself when it is small enough. */
    public BgrImage limitedTo(int maxSide) {
        int longer = Math.max(width, height);
        if (longer <= maxSide) {
            return this;
        }
        return resized(
                Math.max(1, Math.round((float) width * maxSide / longer)),
                Math.max(1, Math.round((float) height * maxSide / longer)));
    }

    /** The same picture as large as it can be within a frame, with its proportions; larger than before if need be. */
    public BgrImage fittedInto(int frameWidth, int frameHeight) {
        double factor = Math.min((double) frameWidth / width, (double) frameHeight / height);
        int newWidth = (int) Math.max(1, Math.min(frameWidth, Math.round(width * factor)));
        int newHeight = (int) Math.max(1, Math.min(frameHeight, Math.round(height * factor)));
        return newWidth == width && newHeight == height ? this : resized(newWidth, newHeight);
    }

    /**
     * The same picture with more to the right and below.
     *
     * @param newWidth at least the width
     * @param newHeight at least the height
     * @param fill blue, green and red of what is added, 0..255
     */
    public BgrImage extendedTo(int newWidth, int newHeight, int... fill) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        byte[] larger = new byte[3 * newWidth * newHeight];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = (byte) fill[i % 3];
        }
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, 3 * y * width, larger, 3 * y * newWidth, 3 * width);
        }
        return new BgrImage(newWidth, newHeight, larger);
    }

    /** Turned and mirrored as an EXIF orientation (1..8) says, so that up is up. */
    BgrImage oriented(int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return this;
        }
        boolean swapped = orientation >= 5;
        int newWidth = swapped ? height : width;
        int newHeight = swapped ? width : height;
        byte[] turned = new byte[pixels.length];
        int to = 0;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++, to += 3) {
                int from = 3 * sourcePixel(orientation, x, y);
                turned[to] = pixels[from];
                turned[to + 1] = pixels[from + 1];
                turned[to + 2] = pixels[from + 2];
            }
        }
        return new BgrImage(newWidth, newHeight, turned);
    }

    private BgrImage resized(int newWidth, int newHeight) {
        byte[] resized = new byte[3 * newWidth * newHeight];
        new Resampler(
                        AxisWeights.of(0, (double) width / newWidth, newWidth, width),
                        AxisWeights.of(0, (double) height / newHeight, newHeight, height))
                .resample(this, resized, 0);
        return new BgrImage(newWidth, newHeight, resized);
    }

    private int sourcePixel(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
