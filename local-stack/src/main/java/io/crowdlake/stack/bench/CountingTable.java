package io.crowdlake.stack.bench;

import io.crowdlake.benchmark.counting.CountingFigures;
import io.crowdlake.benchmark.counting.CountingReport;
import io.crowdlake.benchmark.counting.CountingRow;
import io.crowdlake.stack.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code ./crowd bench counting} prints for people. */
public final class CountingTable {

    private static final List<String> HEADINGS = List.of(
            "scene",
            "boxes",
            "frames/s",
            "stays",
            "visits",
            "visitors off",
            "dwell off",
            "in view off",
            "peak off",
            "switches",
            "IDF1",
            "HOTA",
            "gender",
            "age band",
            "emotion",
            "line off",
            "strictly");

    private CountingTable() {}

    /** The lines: what was counted, and a table. */
    public static List<String> lines(CountingReport report) {
        return report.rows().isEmpty() ? clips(report) : scenes(report);
    }

    private static List<String> clips(CountingReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.model() + ", visit gap " + format("%.1f", report.visitGapSeconds()) + " s");
        lines.add("");
        TextTable table =
                TextTable.of(List.of("clip", "frames", "faces", "visitors"), List.of(false, true, true, true));
        report.clips()
                .forEach(clip -> table.row(List.of(
                        clip.name(),
                        String.valueOf(clip.frames()),
                        String.valueOf(clip.faces()),
                        String.valueOf(clip.visitors()))));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> scenes(CountingReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.model() + ", " + report.scenes() + " scenes of " + report.seconds() + " s each, visit gap "
                + format("%.1f", report.visitGapSeconds()) + " s");
        lines.add("");
        TextTable table = TextTable.of(
                HEADINGS,
                HEADINGS.stream()
                        .map(h -> !h.equals("scene") && !h.equals("boxes"))
                        .toList());
        report.rows().forEach(row -> table.row(cells(row)));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> cells(CountingRow row) {
        CountingFigures figures = row.figures();
        return List.of(
                row.situation().label(),
                row.boxes().label(),
                String.valueOf(row.framesPerSecond()),
                String.valueOf(figures.stays()),
                String.valueOf(figures.visits()),
                percent(figures.visitorsError()),
                percent(figures.dwellError()),
                percent(figures.dwellInViewError()),
                percent(figures.peakError()),
                number("%.2f", figures.switches()),
                number("%.3f", figures.idf1()),
                number("%.3f", figures.hota()),
                percent(figures.genderRight()),
                percent(figures.ageBandRight()),
                percent(figures.emotionRight()),
                percent(figures.lineError()),
                percent(figures.strictLineError()));
    }

    private static String percent(Double share) {
        return share == null ? "" : format("%.1f %%", 100 * share);
    }

    private static String number(String pattern, Double value) {
        return value == null ? "" : format(pattern, value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
