package io.crowdlake.evaluation.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** What was drawn, in the measures in which it was drawn: two pixels each. */
final class Pixels {

    private Pixels() {}

    static Color at(Sheet sheet, double x, double y) {
        return new Color(sheet.picture().getRGB((int) Math.round(2 * x), (int) Math.round(2 * y)));
    }

    /** How high a column of one colour is, wherever in the picture it lies. */
    static double height(Sheet sheet, double x, Color colour) {
        int pixels = 0;
        for (int y = 0; y < sheet.picture().getHeight(); y++) {
            pixels += sheet.picture().getRGB((int) Math.round(2 * x), y) == colour.getRGB() ? 1 : 0;
        }
        return pixels / 2.0;
    }

    /** The smallest rectangle around everything that is not paper. */
    static Rectangle2D.Double inked(Sheet sheet) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < sheet.picture().getHeight(); y++) {
            for (int x = 0; x < sheet.picture().getWidth(); x++) {
                if (sheet.picture().getRGB(x, y) != Palette.PAPER.getRGB()) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Rectangle2D.Double(left / 2.0, top / 2.0, (right - left) / 2.0, (bottom - top) / 2.0);
    }
}
