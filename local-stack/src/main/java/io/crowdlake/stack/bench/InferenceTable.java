package io.crowdlake.stack.bench;

import io.crowdlake.benchmark.Spread;
import io.crowdlake.benchmark.inference.InferenceReport;
import io.crowdlake.benchmark.inference.InferenceRow;
import io.crowdlake.stack.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code ./crowd bench inference} prints for people. */
public final class InferenceTable {

    private static final List<String> HEADINGS = List.of(
            "frame",
            "faces",
            "analyzer",
            "frames/s",
            "±",
            "wall",
            "decode",
            "detect",
            "crop",
            "attributes",
            "found",
            "of peak",
            "ratio");

    private InferenceTable() {}

    /** The lines: what was measured on what, a table, and the figure that matters most. */
    public static List<String> lines(InferenceReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.model() + " (" + report.bundle() + ") on one core of " + report.processor());
        lines.add("frames/s by the time of the core, medians of " + report.rounds()
                + " rounds; wall: by the clock; stages in ms of the core for a frame");
        lines.add("");
        TextTable table = TextTable.of(
                HEADINGS, HEADINGS.stream().map(h -> !h.equals("analyzer")).toList());
        report.rows().forEach(row -> table.row(cells(row)));
        lines.addAll(table.lines());
        lines.add("");
        lines.add(format(
                "peak      %.0f billion multiply-adds/s in fp32, %.0f billion in int8",
                report.peak().fp32() / 1e9, report.peak().int8() / 1e9));
        lines.add(format(
                "start     %.2f s from the start of a JVM to its first analysed frame, %.2f s of processor time",
                report.startUp().seconds().median(),
                report.startUp().cpuSeconds().median()));
        if (report.headline() != null) {
            lines.add("headline  " + headline(report.headline()));
        }
        return lines;
    }

    private static List<String> cells(InferenceRow row) {
        return List.of(
                row.frame().size(),
                String.valueOf(row.frame().faces()),
                row.analyzer(),
                format("%.1f", row.framesPerSecond().median()),
                format("%.1f%%", 100 * row.framesPerSecond().deviation()),
                format("%.1f", row.wallFramesPerSecond().median()),
                format("%.2f", row.millis().decode()),
                format("%.2f", row.millis().detect()),
                format("%.2f", row.millis().crop()),
                format("%.2f", row.millis().attributes()),
                format("%.1f", row.facesFound()),
                row.shareOfPeak() == null ? "" : format("%.1f%%", 100 * row.shareOfPeak()),
                row.ratio() == null ? "" : format("%.2f", row.ratio().median()));
    }

    private static String headline(InferenceRow row) {
        String speed = format(
                "%s: %s analyses %.1f frames/s per core",
                row.frame().label(), row.analyzer(), row.framesPerSecond().median());
        Spread ratio = row.ratio();
        return ratio == null
                ? speed
                : speed
                        + format(
                                ", %.2f times as many as YuNet and face-api on onnxruntime (%.2f to %.2f)",
                                ratio.median(), ratio.lower(), ratio.upper());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
