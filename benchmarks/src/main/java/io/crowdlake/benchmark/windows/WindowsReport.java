package io.crowdlake.benchmark.windows;

import java.util.List;

/**
 * What {@code ./crowd bench windows} found.
 *
 * @param processor what it was measured on
 * @param settings what was measured
 * @param faces in each frame
 * @param makingMicros microseconds of a core to make one analysis, which no figure contains
 * @param rows by number of cameras
 */
public record WindowsReport(
        String processor, WindowsSettings settings, int faces, double makingMicros, List<WindowsRow> rows) {

    public WindowsReport {
        rows = List.copyOf(rows);
    }
}
