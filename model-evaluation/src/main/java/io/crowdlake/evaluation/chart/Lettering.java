package io.crowdlake.evaluation.chart;

import io.crowdlake.inference.image.PixelFont;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.Locale;

/**
 * Text on a picture. A server without a desktop often has no font at all, and Java then refuses to draw text: there our own small font is
 * taken, which has lower-case letters and digits only.
 */
final class Lettering {

    /** Where a text lies at its anchor point. */
    enum Anchor {
        LEFT,
        MIDDLE,
        RIGHT
    }

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final double CAPITAL_HEIGHT = 0.72;
    private static final int PIXEL_FONT_SIZE = 9;

    private final boolean fonts;

    private Lettering(boolean fonts) {
        this.fonts = fonts;
    }

    /** The best that this machine can do. */
    static Lettering ofThisMachine() {
        try {
            return new Lettering(font(12, false).canDisplay('a') && widthInFont("a", 12, false) > 0);
        } catch (RuntimeException | Error e) {
            // What a JDK throws without fonts differs from version to version: InternalError, NullPointerException,
            // LinkageError.
            if (e instanceof VirtualMachineError && !(e instanceof InternalError)) {
                throw e;
            }
            return withoutFonts();
        }
    }

    /** Our own font. */
    static Lettering withoutFonts() {
        return new Lettering(false);
    }

    double width(String text, int size, boolean bold) {
        return fonts ? widthInFont(text, size, bold) : PixelFont.width(ours(text), dot(size));
    }

    /** Draws a line of text in the current colour with its capitals' middle at y. */
    void draw(Graphics2D canvas, String text, double x, double y, int size, boolean bold, Anchor anchor) {
        double width = width(text, size, bold);
        double left =
                switch (anchor) {
                    case LEFT -> x;
                    case MIDDLE -> x - width / 2;
                    case RIGHT -> x - width;
                };
        if (fonts) {
            canvas.setFont(font(size, bold));
            canvas.drawString(text, (float) left, (float) (y + size * CAPITAL_HEIGHT / 2));
        } else {
            int dot = dot(size);
            PixelFont.draw(canvas, ours(text), (int) left, (int) (y - 3.5 * dot), dot);
        }
    }

    /** The same from the bottom up, with the middle of the text at the point. */
    void drawUpwards(Graphics2D canvas, String text, double x, double y, int size) {
        AffineTransform before = canvas.getTransform();
        canvas.rotate(-Math.PI / 2, x, y);
        draw(canvas, text, x, y, size, false, Anchor.MIDDLE);
        canvas.setTransform(before);
    }

    private static double widthInFont(String text, int size, boolean bold) {
        return font(size, bold).getStringBounds(text, MEASURE).getWidth();
    }

    private static Font font(int size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
    }

    private static int dot(int size) {
        return Math.max(1, Math.round((float) size / PIXEL_FONT_SIZE));
    }

    private static String ours(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
