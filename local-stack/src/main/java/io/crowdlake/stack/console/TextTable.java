package io.crowdlake.stack.console;

import java.util.ArrayList;
import java.util.List;

/** Rows of text under headings, in columns as wide as their widest cell. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> headings, List<Boolean> right) {
        this.headings = List.copyOf(headings);
        this.right = List.copyOf(right);
    }

    /** A table with the given headings; {@code right} says which columns hold numbers. */
    public static TextTable of(List<String> headings, List<Boolean> right) {
        return new TextTable(headings, right);
    }

    /** Adds a row with a cell for each heading. */
    public TextTable row(List<String> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells, must be " + headings.size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Lines without line ends: headings, a rule, the rows. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        lines.add(line(rule, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP).append(right.get(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
