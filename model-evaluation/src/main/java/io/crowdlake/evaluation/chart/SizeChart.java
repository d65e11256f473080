package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import io.crowdlake.evaluation.metric.FaceSizes;
import io.crowdlake.evaluation.metric.Proportion;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A bar for each size of faces: how many of them are found, with the 95 % interval. */
final class SizeChart {

    private static final int HEADING = 30;
    private static final double BAR = 0.62;

    private final List<FaceSizes.Group> groups;

    SizeChart(List<FaceSizes.Group> groups) {
        this.groups = groups;
    }

    void draw(Sheet sheet, double x, double y, double width, double height) {
        sheet.heading("recall by size of the face", x, y + 8);
        Axes axes = new Axes(sheet, x + 48, y + HEADING, width, height);
        axes.grid("recall at the bundle's threshold", null);
        for (int i = 0; i < groups.size(); i++) {
            double middle = axes.x((i + 0.5) / groups.size());
            bar(sheet, axes, groups.get(i).recall(), middle, width / groups.size() * BAR);
            label(sheet, groups.get(i), middle, axes.y(0));
        }
        sheet.text("longer side in pixels", axes.x(0.5), axes.y(0) + 62, Anchor.MIDDLE, Palette.QUIET);
    }

    private static void bar(Sheet sheet, Axes axes, Proportion recall, double middle, double width) {
        if (recall.value() == null) {
            return;
        }
        double top = axes.y(recall.value());
        sheet.canvas().setColor(Palette.FIRST_PALE);
        sheet.canvas().fill(new Rectangle2D.Double(middle - width / 2, top, width, axes.y(0) - top));
        sheet.canvas().setColor(Palette.FIRST);
        sheet.canvas().setStroke(new BasicStroke(2));
        sheet.canvas().draw(new Line2D.Double(middle - width / 2, top, middle + width / 2, top));
        sheet.canvas().setStroke(new BasicStroke(1));
        double low = axes.y(recall.low());
        double high = axes.y(recall.high());
        sheet.canvas().draw(new Line2D.Double(middle, low, middle, high));
        sheet.canvas().draw(new Line2D.Double(middle - 4, low, middle + 4, low));
        sheet.canvas().draw(new Line2D.Double(middle - 4, high, middle + 4, high));
    }

    private static void label(Sheet sheet, FaceSizes.Group group, double middle, double bottom) {
        Proportion recall = group.recall();
        sheet.small(group.label(), middle, bottom + 12, Anchor.MIDDLE, Palette.INK);
        if (recall.value() == null) {
            sheet.small("no faces", middle, bottom + 28, Anchor.MIDDLE, Palette.QUIET);
        } else {
            sheet.small(Math.round(100 * recall.value()) + "%", middle, bottom + 28, Anchor.MIDDLE, Palette.FIRST);
            sheet.small("of " + recall.of(), middle, bottom + 43, Anchor.MIDDLE, Palette.QUIET);
        }
    }
}
