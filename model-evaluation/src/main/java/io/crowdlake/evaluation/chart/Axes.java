package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Locale;

/** A square or oblong from 0 to 1 in both directions, with a grid. */
final class Axes {

    private static final int TICKS = 5;

    private final Sheet sheet;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    Axes(Sheet sheet, double left, double top, double width, double height) {
        this.sheet = sheet;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    double x(double share) {
        return left + share * width;
    }

    double y(double share) {
        return top + height - share * height;
    }

    /** Lines and numbers of the upward axis, and of the other one where its name is given. */
    void grid(String upward, String rightward) {
        Graphics2D canvas = sheet.canvas();
        canvas.setStroke(new BasicStroke(1));
        for (int i = 0; i <= TICKS; i++) {
            double share = (double) i / TICKS;
            String number = String.format(Locale.ROOT, "%.1f", share);
            canvas.setColor(i == 0 ? Palette.QUIET : Palette.GRID);
            canvas.draw(new Line2D.Double(left, y(share), left + width, y(share)));
            sheet.small(number, left - 6, y(share), Anchor.RIGHT, Palette.QUIET);
            if (rightward != null) {
                canvas.setColor(i == 0 ? Palette.QUIET : Palette.GRID);
                canvas.draw(new Line2D.Double(x(share), top, x(share), top + height));
                sheet.small(number, x(share), top + height + 12, Anchor.MIDDLE, Palette.QUIET);
            }
        }
        sheet.upwards(upward, left - 38, top + height / 2);
        if (rightward != null) {
            sheet.text(rightward, left + width / 2, top + height + 32, Anchor.MIDDLE, Palette.QUIET);
        }
    }

    /** Where answers that are as often right as their probability says lie. */
    void diagonal() {
        sheet.canvas().setColor(Palette.QUIET);
        sheet.canvas()
                .setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 4}, 0));
        sheet.canvas().draw(new Line2D.Double(x(0), y(0), x(1), y(1)));
    }

    /** A line through points with the given coordinates, 0..1. */
    void line(double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            if (i == 0) {
                path.moveTo(x(xs[i]), y(ys[i]));
            } else {
                path.lineTo(x(xs[i]), y(ys[i]));
            }
        }
        sheet.canvas().setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        sheet.canvas().draw(path);
    }
}
