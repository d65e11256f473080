package io.crowdlake.evaluation.chart;

import io.crowdlake.evaluation.chart.ReliabilityChart.Series;
import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.EmotionReport;
import io.crowdlake.evaluation.report.EvaluationReport;
import io.crowdlake.evaluation.report.FacesReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A report at one glance. */
public final class ReportPicture {

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 640;
    private static final int TOP = Sheet.TITLE_HEIGHT + 18;

    private final Lettering lettering;

    private ReportPicture(Lettering lettering) {
        this.lettering = lettering;
    }

    /** Draws a report and writes it as PNG. */
    public static void write(EvaluationReport report, Path file) throws IOException {
        if (!ImageIO.write(draw(report), "png", file.toFile())) {
            throw new IOException("there is no PNG writer");
        }
    }

    /** Draws a report in letters that this machine has. */
    public static BufferedImage draw(EvaluationReport report) {
        return draw(report, Lettering.ofThisMachine());
    }

    static BufferedImage draw(EvaluationReport report, Lettering lettering) {
        ReportPicture picture = new ReportPicture(lettering);
        if (report instanceof FacesReport faces) {
            return picture.faces(faces);
        }
        return report instanceof EmotionReport emotion ? picture.emotion(emotion) : picture.boxes((BoxesReport) report);
    }

    private BufferedImage faces(FacesReport report) {
        int rows = Math.max(9, report.age().confusion().truths().size());
        try (Sheet sheet = new Sheet(WIDTH, HEIGHT + 34 * (rows - 9), lettering)) {
            title(
                    sheet,
                    report,
                    "apparent age and gender",
                    String.format(
                            Locale.ROOT,
                            "gender right %s   age error %s years   band right %s",
                            percent(report.gender().accuracy().value()),
                            number(report.age().errorYears().value()),
                            percent(report.age().band().value())));
            ConfusionChart age = new ConfusionChart(
                    "age", "labelled", "told as", report.age().confusion(), 70, 34);
            ConfusionChart gender = new ConfusionChart(
                    "gender", "labelled", "told as", report.gender().confusion(), 70, 34);
            age.draw(sheet, Sheet.MARGIN, TOP);
            gender.draw(sheet, Sheet.MARGIN, TOP + age.height() + 8);
            new ReliabilityChart(List.of(
                            new Series("gender", report.gender().calibration()),
                            new Series("age band", report.age().calibration())))
                    .draw(sheet, WIDTH - Sheet.MARGIN - 50 - 440, TOP, 440);
            return sheet.picture();
        }
    }

    private BufferedImage emotion(EmotionReport report) {
        try (Sheet sheet = new Sheet(WIDTH, HEIGHT - 60, lettering)) {
            title(
                    sheet,
                    report,
                    "apparent emotion",
                    String.format(
                            Locale.ROOT,
                            "right %s   mean recall of the 5 most frequent %s",
                            percent(report.accuracy().value()),
                            percent(report.meanRecallOfFrequent().value())));
            new ConfusionChart("emotion", "labelled", "told as", report.confusion(), 66, 44)
                    .draw(sheet, Sheet.MARGIN, TOP);
            new ReliabilityChart(List.of(new Series("emotion", report.calibration())))
                    .draw(sheet, WIDTH - Sheet.MARGIN - 50 - 380, TOP, 380);
            return sheet.picture();
        }
    }

    private BufferedImage boxes(BoxesReport report) {
        try (Sheet sheet = new Sheet(WIDTH, HEIGHT - 40, lettering)) {
            String falseBoxes = report.faceless().per20Frames() == null
                    ? ""
                    : "   " + number(report.faceless().per20Frames()) + " false boxes per 20 faceless frames";
            title(sheet, report, "faces found", report.faces() + " faces" + falseBoxes);
            new PrecisionRecallChart(report).draw(sheet, Sheet.MARGIN, TOP, 500, 380);
            new SizeChart(report.bySize()).draw(sheet, WIDTH / 2.0 + 20, TOP, WIDTH / 2.0 - 110, 380);
            return sheet.picture();
        }
    }

    private static void title(Sheet sheet, EvaluationReport report, String subject, String figures) {
        sheet.title(
                report.model().version() + ": " + subject,
                report.model().precision().label() + "   " + report.counts().measured() + " "
                        + (report instanceof BoxesReport ? "frames" : "pictures") + "   " + figures);
    }

    private static String percent(Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
