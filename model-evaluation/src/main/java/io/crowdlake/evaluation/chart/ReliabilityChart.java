package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import io.crowdlake.evaluation.metric.Calibration;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;

/**
 * How often answers are right, by how probable they are said to be. The larger a point, the more answers; lines through points are their 95 %
 * intervals; on the dashed line, answers are as often right as they say.
 */
final class ReliabilityChart {

    private static final int HEADING = 30;
    private static final double LARGEST_RADIUS = 8;
    private static final double SMALLEST_RADIUS = 2.5;
    private static final Color[] COLOURS = {Palette.FIRST, Palette.SECOND};

    /** One kind of answer. */
    record Series(String name, Calibration calibration) {}

    private final List<Series> series;

    ReliabilityChart(List<Series> series) {
        this.series = series;
    }

    /** Draws a chart with a grid of so many pixels. */
    void draw(Sheet sheet, double x, double y, double side) {
        sheet.heading("reliability", x, y + 8);
        Axes axes = new Axes(sheet, x + 48, y + HEADING, side, side);
        axes.grid("share that is right", "probability of the answer");
        axes.diagonal();
        for (int i = 0; i < series.size(); i++) {
            Calibration calibration = series.get(i).calibration();
            sheet.canvas().setColor(COLOURS[i]);
            points(sheet, axes, calibration);
            legend(sheet, axes.x(0) + 14, axes.y(1) + 16 + 20 * i, series.get(i), COLOURS[i]);
        }
    }

    private static void points(Sheet sheet, Axes axes, Calibration calibration) {
        List<Calibration.Bin> bins = calibration.bins();
        axes.line(
                bins.stream().mapToDouble(Calibration.Bin::probability).toArray(),
                bins.stream().mapToDouble(bin -> bin.right().value()).toArray());
        long most = bins.stream().mapToLong(bin -> bin.right().of()).max().orElse(1);
        for (Calibration.Bin bin : bins) {
            double x = axes.x(bin.probability());
            double y = axes.y(bin.right().value());
            double radius = SMALLEST_RADIUS
                    + (LARGEST_RADIUS - SMALLEST_RADIUS)
                            * Math.sqrt((double) bin.right().of() / most);
            sheet.canvas().setStroke(new BasicStroke(1));
            sheet.canvas()
                    .draw(new Line2D.Double(
                            x, axes.y(bin.right().low()), x, axes.y(bin.right().high())));
            sheet.canvas().fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    private static void legend(Sheet sheet, double x, double y, Series series, Color colour) {
        Double error = series.calibration().error();
        sheet.canvas().fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
        sheet.text(
                series.name() + (error == null ? "" : String.format(Locale.ROOT, ": error %.1f points", 100 * error)),
                x + 12,
                y,
                Anchor.LEFT,
                colour);
    }
}
