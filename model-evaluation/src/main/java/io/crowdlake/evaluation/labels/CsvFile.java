package io.crowdlake.evaluation.labels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.crowdlake.evaluation.EvaluationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Reads lines of cells, so that a message can name the line: what the columns mean is decided here. */
    private static final ObjectReader LINES = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build()
            .readerFor(String[].class);

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
     * @throws EvaluationException when one is not, a quote is not closed, or there is no row below the header
     */
    static CsvFile parse(String file, String text, List<String> needed) {
        CsvFile csv = new CsvFile(file);
        csv.read(text, needed);
        if (csv.rows.isEmpty()) {
            throw new EvaluationException(file + " has no rows, must have a header with " + String.join(",", needed)
                    + " and a row per picture");
        }
        return csv;
    }

    Stream<Row> rows() {
        return rows.stream();
    }

    private void read(String text, List<String> needed) {
        int line = 1;
        try (MappingIterator<String[]> lines = LINES.readValues(text)) {
            while (lines.hasNextValue()) {
                line = lines.getCurrentLocation().getLineNr();
                String[] cells = lines.nextValue();
                if (Arrays.stream(cells).allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    header(line, cells, needed);
                } else {
                    rows.add(new Row(line, cells));
                }
            }
        } catch (JsonProcessingException e) {
            throw new EvaluationException(
                    file + " line " + line + " is no CSV: "
                            + e.getOriginalMessage().lines().findFirst().orElse("") + "; correct it there",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void header(int line, String[] names, List<String> needed) {
        for (int i = 0; i < names.length; i++) {
            columns.putIfAbsent(key(names[i]), i);
        }
        List<String> missing =
                needed.stream().filter(name -> !columns.containsKey(key(name))).toList();
        if (!missing.isEmpty()) {
            throw new EvaluationException(file + " line " + line + " has no column " + String.join(", ", missing)
                    + "; its first line must be a header with " + String.join(",", needed) + " in any order");
        }
    }

    private static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** One line below the header. */
    final class Row {

        private final int line;
        private final String[] cells;

        private Row(int line, String[] cells) {
            this.line = line;
            this.cells = cells;
        }

        /** The stripped text of a cell; empty where the line or the file has none. */
        String get(String column) {
            Integer index = columns.get(key(column));
            return index == null || index >= cells.length ? "" : cells[index].strip();
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
                    file + " line " + line + ": " + column + " is \"" + get(column) + "\", must be " + must);
        }
    }
}
