package io.crowdlake.stack.bench;

import io.crowdlake.benchmark.windows.WindowsReport;
import io.crowdlake.benchmark.windows.WindowsRow;
import io.crowdlake.benchmark.windows.WindowsSettings;
import io.crowdlake.stack.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code ./crowd bench windows} prints for people. */
public final class WindowsTable {

    private static final List<String> HEADINGS = List.of(
            "cameras",
            "analyses/s",
            "±",
            "wall",
            "send µs",
            "count µs",
            "all µs",
            "state bytes",
            "checkpoints",
            "MB",
            "new MB",
            "ms");

    private WindowsTable() {}

    /** The lines: what was measured on what, a table, and how the cost grows with the cameras. */
    public static List<String> lines(WindowsReport report) {
        List<String> lines = new ArrayList<>();
        WindowsSettings settings = report.settings();
        lines.add("track and aggregate, " + report.faces() + " faces a frame, " + settings.framesPerSecond()
                + " frame/s a camera, on one core of " + report.processor());
        lines.add(format(
                "analyses/s by the time of the threads that send and count, medians of %d rounds of at least %,d; wall: by the clock; a checkpoint"
                        + " every %d s",
                settings.rounds(), settings.analyses(), settings.checkpointSeconds()));
        lines.add("");
        TextTable table =
                TextTable.of(HEADINGS, HEADINGS.stream().map(heading -> true).toList());
        report.rows().forEach(row -> table.row(cells(row)));
        lines.addAll(table.lines());
        if (report.rows().size() > 1) {
            lines.add("");
            lines.add(growth(report.rows()));
        }
        return lines;
    }

    private static List<String> cells(WindowsRow row) {
        return List.of(
                format("%,d", row.cameras()),
                format("%,.0f", row.analysesPerSecond().median()),
                format("%.1f%%", 100 * row.analysesPerSecond().deviation()),
                format("%,.0f", row.wallAnalysesPerSecond().median()),
                format("%.1f", row.sendMicros()),
                format("%.1f", row.countMicros()),
                format("%.1f", row.processMicros()),
                format("%,.0f", row.stateBytes()),
                String.valueOf(row.checkpoints()),
                format("%.1f", row.checkpointMegabytes()),
                format("%.1f", row.newMegabytes()),
                format("%.0f", row.checkpointMillis()));
    }

    private static String growth(List<WindowsRow> rows) {
        WindowsRow most = rows.get(rows.size() - 1);
        WindowsRow before = rows.get(rows.size() - 2);
        return format(
                "growth  an analysis of one of %,d cameras costs %.2f times as much as one of %,d",
                most.cameras(),
                before.analysesPerSecond().median() / most.analysesPerSecond().median(),
                before.cameras());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
