package io.crowdlake.evaluation.labels;

import io.crowdlake.evaluation.EvaluationException;
import java.util.ArrayList;
import java.util.List;

/** Splits comma-separated text into lines of cells; a quoted cell may hold commas, line ends and doubled quotes. */
final class CsvRecords {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String file;
    private final String text;
    private int at;
    private int lineNumber = 1;

    /**
     * The cells of one line.
     *
     * @param number of the line in the file, from 1
     */
    record Line(int number, List<String> cells) {}

    private CsvRecords(String file, String text) {
        this.file = file;
        this.text = text;
        this.at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    /** All lines that are not blank; throws EvaluationException where a quote is not closed. */
    static List<Line> of(String file, String text) {
        CsvRecords records = new CsvRecords(file, text);
        List<Line> lines = new ArrayList<>();
        while (records.at < text.length()) {
            Line line = records.line();
            if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Line line() {
        int number = lineNumber;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (at < text.length() && text.charAt(at++) == ',');
        if (at > 0 && at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
            at++;
        }
        lineNumber++;
        return new Line(number, cells);
    }

    /** Leaves the position at what ends the cell: a comma, a line end, or the end of the text. */
    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int opened = lineNumber;
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter != '"') {
                lineNumber += letter == '\n' ? 1 : 0;
                cell.append(letter);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else {
                at++;
                return cell + this.rest();
            }
        }
        throw new EvaluationException(file + " line " + opened + " has a quote that is never closed; close it");
    }

    /** What follows a closed quote in the same cell, as spreadsheets keep it. */
    private String rest() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}
