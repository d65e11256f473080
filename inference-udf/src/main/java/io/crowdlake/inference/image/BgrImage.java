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
        int newWidth = Math.max(1, Math.round((float) width * maxSide / longer));
        int newHeight = Math.max(1, Math.round((float) height * maxSide / longer));
        byte[] smaller = new byte[3 * newWidth * newHeight];
        new Resampler(
                        AxisWeights.of(0, (double) width / newWidth, newWidth, width),
                        AxisWeights.of(0, (double) height / newHeight, newHeight, height))
                .resample(this, smaller, 0);
        return new BgrImage(newWidth, newHeight, smaller);
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
