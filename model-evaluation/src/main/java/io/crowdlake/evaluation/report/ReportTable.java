package io.crowdlake.evaluation.report;

import java.util.List;

/**
 * Figures for people.
 *
 * @param title what the table is about
 * @param headings of the columns; the first column holds names, the others numbers
 * @param rows with a cell for each heading
 */
public record ReportTable(String title, List<String> headings, List<List<String>> rows) {

    public ReportTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
