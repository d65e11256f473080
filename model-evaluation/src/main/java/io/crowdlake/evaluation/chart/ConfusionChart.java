package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import io.crowdlake.evaluation.metric.ConfusionMatrix;
import java.awt.geom.Rectangle2D;

/** A confusion matrix: one row for each truth, its cells the darker the more of its faces got that answer. */
final class ConfusionChart {

    private static final int HEADING = 30;
    private static final int AXIS = 24;
    private static final int COUNT = 46;
    private static final double SMALLEST_SHOWN = 0.005;

    private final ConfusionMatrix confusion;
    private final String heading;
    private final String rows;
    private final String columns;
    private final int cellWidth;
    private final int cellHeight;

    /**
     * @param rows what the truths are
     * @param columns what the answers are
     */
    ConfusionChart(
            String heading, String rows, String columns, ConfusionMatrix confusion, int cellWidth, int cellHeight) {
        this.heading = heading;
        this.rows = rows;
        this.columns = columns;
        this.confusion = confusion;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
    }

    double width(Sheet sheet) {
        return labels(sheet) + cellWidth * confusion.answers().size() + COUNT;
    }

    int height() {
        return HEADING + 2 * AXIS + cellHeight * confusion.truths().size();
    }

    void draw(Sheet sheet, double x, double y) {
        sheet.heading(heading, x, y + 8);
        double left = x + labels(sheet);
        double top = y + HEADING + AXIS;
        sheet.text(
                columns,
                left + cellWidth * confusion.answers().size() / 2.0,
                y + HEADING,
                Anchor.MIDDLE,
                Palette.QUIET);
        for (int answer = 0; answer < confusion.answers().size(); answer++) {
            sheet.small(
                    confusion.answers().get(answer),
                    left + (answer + 0.5) * cellWidth,
                    top - AXIS / 2.0 + 4,
                    Anchor.MIDDLE,
                    Palette.INK);
        }
        sheet.small(
                "faces",
                left + cellWidth * confusion.answers().size() + COUNT,
                top - AXIS / 2.0 + 4,
                Anchor.RIGHT,
                Palette.QUIET);
        sheet.upwards(rows, x + 6, top + cellHeight * confusion.truths().size() / 2.0);
        for (int truth = 0; truth < confusion.truths().size(); truth++) {
            row(sheet, truth, left, top + truth * cellHeight);
        }
    }

    private void row(Sheet sheet, int truth, double left, double top) {
        double middle = top + cellHeight / 2.0;
        sheet.text(confusion.truths().get(truth), left - 8, middle, Anchor.RIGHT, Palette.INK);
        for (int answer = 0; answer < confusion.answers().size(); answer++) {
            Double share = confusion.share(truth, answer).value();
            double shade = share == null ? 0 : share;
            sheet.canvas().setColor(Palette.shade(shade));
            sheet.canvas()
                    .fill(new Rectangle2D.Double(
                            left + answer * cellWidth + 1, top + 1, cellWidth - 2, cellHeight - 2));
            if (shade >= SMALLEST_SHOWN) {
                sheet.text(
                        Math.round(100 * shade) + "%",
                        left + (answer + 0.5) * cellWidth,
                        middle,
                        Anchor.MIDDLE,
                        Palette.onShade(shade));
            }
        }
        sheet.small(
                Long.toString(confusion.row(truth)),
                left + cellWidth * confusion.answers().size() + COUNT,
                middle,
                Anchor.RIGHT,
                Palette.QUIET);
    }

    private double labels(Sheet sheet) {
        return 28 + confusion.truths().stream().mapToDouble(sheet::width).max().orElse(0);
    }
}
