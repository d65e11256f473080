package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import io.crowdlake.evaluation.metric.PrecisionRecall;
import io.crowdlake.evaluation.report.BoxesReport;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;

/** Precision by recall, with a point where the bundle's threshold is, and small ones for others. */
final class PrecisionRecallChart {

    private static final int HEADING = 30;

    private final BoxesReport report;

    PrecisionRecallChart(BoxesReport report) {
        this.report = report;
    }

    void draw(Sheet sheet, double x, double y, double width, double height) {
        Double average = report.averagePrecision().value();
        sheet.heading("precision and recall", x, y + 8);
        Axes axes = new Axes(sheet, x + 48, y + HEADING, width, height);
        axes.grid("precision", "recall");
        List<PrecisionRecall.Point> curve = report.curve();
        sheet.canvas().setColor(Palette.FIRST);
        axes.line(
                curve.stream().mapToDouble(PrecisionRecall.Point::recall).toArray(),
                curve.stream().mapToDouble(PrecisionRecall.Point::precision).toArray());
        for (BoxesReport.AtScore at : report.atScores()) {
            mark(sheet, axes, at, 3.5, Palette.FIRST);
        }
        mark(sheet, axes, report.atThreshold(), 6, Palette.SECOND);
        if (average != null) {
            double top = axes.y(0) - 64;
            sheet.heading(String.format(Locale.ROOT, "AP50 %.3f", average), axes.x(0) + 16, top);
            sheet.small(
                    String.format(
                            Locale.ROOT,
                            "95 %% from %.3f to %.3f",
                            report.averagePrecision().low(),
                            report.averagePrecision().high()),
                    axes.x(0) + 16,
                    top + 20,
                    Anchor.LEFT,
                    Palette.QUIET);
            legend(sheet, axes.x(0) + 20, top + 42);
        }
    }

    private void legend(Sheet sheet, double x, double y) {
        String at = String.format(
                Locale.ROOT,
                "at the bundle's threshold %.2f",
                report.atThreshold().score());
        sheet.canvas().setColor(Palette.SECOND);
        sheet.canvas().fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
        sheet.small(at + "; small: at 0.40 to 0.70", x + 12, y, Anchor.LEFT, Palette.INK);
    }

    private static void mark(Sheet sheet, Axes axes, BoxesReport.AtScore at, double radius, Color colour) {
        if (at.precision().value() == null || at.recall().value() == null) {
            return;
        }
        double x = axes.x(at.recall().value());
        double y = axes.y(at.precision().value());
        Ellipse2D point = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        sheet.canvas().setColor(colour);
        sheet.canvas().fill(point);
        sheet.canvas().setColor(Palette.PAPER);
        sheet.canvas().setStroke(new BasicStroke(1));
        sheet.canvas().draw(point);
    }
}
