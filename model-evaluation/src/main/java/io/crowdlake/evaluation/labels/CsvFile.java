package io.crowdlake.evaluation.labels;

import io.crowdlake.evaluation.EvaluationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of comma-separated values (RFC 4180) with a header. Columns are found by name, in any case and order; those that nobody asks for are
 * skipped, as are blank lines.
 */
final class CsvFile {

    private final String file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CsvFile(String file) {
        this.file = file;
    }

    /**
     * @param file name for messages
     * @param text of the file
     * @param needed columns that must be there
     * @throws EvaluationException when one is not, or there is no row below the header
     */
    static CsvFile parse(String file, String text, List<String> needed) {
        CsvFile csv = new CsvFile(file);
        for (CsvRecords.Line line : CsvRecords.of(file, text)) {
            if (csv.columns.isEmpty()) {
                csv.header(line.cells(), needed);
            } else {
                csv.rows.add(csv.new Row(line));
            }
        }
        if (csv.rows.isEmpty()) {
            throw new EvaluationException(file + " has no rows, must have a header with " + String.join(",", needed)
                    + " and a row per picture");
        }
        return csv;
    }

    Stream<Row> rows() {
        return rows.stream();
    }

    private void header(List<String> names, List<String> needed) {
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(key(names.get(i)), i);
        }
        List<String> missing =
                needed.stream().filter(name -> !columns.containsKey(key(name))).toList();
        if (!missing.isEmpty()) {
            throw new EvaluationException(file + " line 1 has no column " + String.join(", ", missing)
                    + "; its first line must be a header with " + String.join(",", needed) + " in any order");
        }
    }

    private static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** One line below the header. */
    final class Row {

        private final CsvRecords.Line line;

        private Row(CsvRecords.Line line) {
            this.line = line;
        }

        /** The stripped text of a cell; empty where the line or the file has none. */
        String get(String column) {
            Integer index = columns.get(key(column));
            return index == null || index >= line.cells().size()
                    ? ""
                    : line.cells().get(index).strip();
        }

        /** A cell that must not be empty. */
        String text(String column) {
            String text = get(column);
            if (text.isEmpty()) {
                throw refused(column, "something");
            }
            return text;
        }

        /** The error that a cell is not what it must be. */
        EvaluationException refused(String column, String must) {
            return new EvaluationException(
                    file + " line " + line.number() + ": " + column + " is \"" + get(column) + "\", must be " + must);
        }
    }
}
