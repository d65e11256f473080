package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A white picture with a title, on which charts are drawn. Everything is drawn twice as large as it is measured, for sharp screens. */
final class Sheet implements AutoCloseable {

    static final int MARGIN = 28;
    static final int TITLE_HEIGHT = 74;

    private static final int SCALE = 2;
    private static final int TEXT = 13;

    private final BufferedImage picture;
    private final Graphics2D canvas;
    private final Lettering lettering;
    private final int width;

    Sheet(int width, int height, Lettering lettering) {
        this.width = width;
        this.lettering = lettering;
        picture = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(SCALE, SCALE);
        canvas.setColor(Palette.PAPER);
        canvas.fillRect(0, 0, width, height);
    }

    Graphics2D canvas() {
        return canvas;
    }

    /** What stands above all charts. */
    void title(String title, String below) {
        text(title, MARGIN, 30, 20, true, Anchor.LEFT, Palette.INK);
        text(below, MARGIN, 54, TEXT, false, Anchor.LEFT, Palette.QUIET);
        canvas.setColor(Palette.GRID);
        canvas.fillRect(MARGIN, TITLE_HEIGHT - 4, width - 2 * MARGIN, 1);
    }

    /** The name of one chart. */
    void heading(String text, double x, double y) {
        text(text, x, y, 15, true, Anchor.LEFT, Palette.INK);
    }

    void text(String text, double x, double y, Anchor anchor, Color colour) {
        text(text, x, y, TEXT, false, anchor, colour);
    }

    void small(String text, double x, double y, Anchor anchor, Color colour) {
        text(text, x, y, 11, false, anchor, colour);
    }

    void upwards(String text, double x, double y) {
        canvas.setColor(Palette.QUIET);
        lettering.drawUpwards(canvas, text, x, y, TEXT);
    }

    double width(String text) {
        return lettering.width(text, TEXT, false);
    }

    BufferedImage picture() {
        return picture;
    }

    @Override
    public void close() {
        canvas.dispose();
    }

    private void text(String text, double x, double y, int size, boolean bold, Anchor anchor, Color colour) {
        canvas.setColor(colour);
        lettering.draw(canvas, text, x, y, size, bold, anchor);
    }
}
