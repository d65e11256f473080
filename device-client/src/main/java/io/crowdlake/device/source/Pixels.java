package io.crowdlake.device.source;

import io.crowdlake.contracts.BoundingBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Cuts and scales pictures. */
public final class Pixels {

    private Pixels() {}

    /** What is inside a region alone, at least a pixel; the picture itself for all of it. Shares its pixels. */
    public static BufferedImage cut(BufferedImage image, BoundingBox region) {
        int left = (int) Math.round(region.x() * image.getWidth());
        int top = (int) Math.round(region.y() * image.getHeight());
        int right = (int) Math.round((region.x() + region.width()) * image.getWidth());
        int bottom = (int) Math.round((region.y() + region.height()) * image.getHeight());
        if (left == 0 && top == 0 && right >= image.getWidth() && bottom >= image.getHeight()) {
            return image;
        }
        left = Math.min(left, image.getWidth() - 1);
        top = Math.min(top, image.getHeight() - 1);
        return image.getSubimage(
                left,
                top,
                Math.max(1, Math.min(right, image.getWidth()) - left),
                Math.max(1, Math.min(bottom, image.getHeight()) - top));
    }

    /** With its longer side at most so many pixels; itself when it is small enough. */
    public static BufferedImage limited(BufferedImage image, int longestSide) {
        double factor = (double) longestSide / Math.max(image.getWidth(), image.getHeight());
        return factor >= 1 ? image : scaled(image, factor);
    }

    /** Smaller, with its proportions. By halves, since a single step would leave pixels out. */
    static BufferedImage scaled(BufferedImage image, double factor) {
        BufferedImage current = image;
        double left = factor;
        while (left < 0.5) {
            current = resized(current, 0.5);
            left *= 2;
        }
        return resized(current, Math.max(1, (int) Math.round(image.getWidth() * factor)), Math.max(1, (int)
                Math.round(image.getHeight() * factor)));
    }

    private static BufferedImage resized(BufferedImage image, double factor) {
        return resized(image, Math.max(1, (int) Math.round(image.getWidth() * factor)), Math.max(1, (int)
                Math.round(image.getHeight() * factor)));
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = smaller.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return smaller;
    }
}
