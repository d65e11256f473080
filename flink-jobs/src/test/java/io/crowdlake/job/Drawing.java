package io.crowdlake.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a drawing of stages and arrows. A line that leaves a label to the right, above or below reaches every label that an arrowhead on it
 * points to.
 */
final class Drawing {

    private static final Pattern LABEL = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** Which ways a character is open. */
    private static final Map<Character, String> OPEN = Map.ofEntries(
            Map.entry('─', "LR"),
            Map.entry('│', "UD"),
            Map.entry('┌', "RD"),
            Map.entry('┐', "LD"),
            Map.entry('└', "RU"),
            Map.entry('┘', "LU"),
            Map.entry('├', "RUD"),
            Map.entry('┤', "LUD"),
            Map.entry('┬', "LRD"),
            Map.entry('┴', "LRU"),
            Map.entry('┼', "LRUD"),
            Map.entry('►', "L"));

    private record Label(String text, int row, int from, int to) {}

    private record Cell(int row, int column) {}

    private final List<String> rows;
    private final List<Label> labels = new ArrayList<>();

    private Drawing(List<String> rows) {
        this.rows = rows;
        for (int row = 0; row < rows.size(); row++) {
            Matcher matcher = LABEL.matcher(rows.get(row));
            while (matcher.find()) {
                labels.add(new Label(matcher.group(), row, matcher.start(), matcher.end()));
            }
        }
    }

    /** The first drawing in the source of a class. */
    static Drawing of(Class<?> job) {
        Path source = Path.of("src/main/java", job.getName().replace('.', '/') + ".java");
        return between(source, "<pre>", "</pre>");
    }

    /** The first drawing in a page. */
    static Drawing ofMarkdown(Path page) {
        return between(page, "```", "```");
    }

    private static Drawing between(Path file, String begin, String end) {
        try {
            return new Drawing(Files.readAllLines(file).stream()
                    .dropWhile(line -> !line.contains(begin))
                    .skip(1)
                    .takeWhile(line -> !line.contains(end))
                    .map(line -> line.replaceFirst("^ \\* ?", ""))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> labels() {
        Set<String> texts = new TreeSet<>();
        labels.forEach(label -> texts.add(label.text()));
        return texts;
    }

    /** Such as {@code route ─► analyze}. */
    Set<String> arrows() {
        Set<String> arrows = new TreeSet<>();
        for (Label label : labels) {
            for (String target : targets(label)) {
                arrows.add(label.text() + " ─► " + target);
            }
        }
        return arrows;
    }

    private Set<String> targets(Label label) {
        Deque<Cell> open = new ArrayDeque<>();
        if (isOpen(label.row(), label.to() + 1, 'L')) {
            open.add(new Cell(label.row(), label.to() + 1));
        }
        for (int column = label.from(); column < label.to(); column++) {
            if (isOpen(label.row() - 1, column, 'D')) {
                open.add(new Cell(label.row() - 1, column));
            }
            if (isOpen(label.row() + 1, column, 'U')) {
                open.add(new Cell(label.row() + 1, column));
            }
        }
        return follow(open);
    }

    private Set<String> follow(Deque<Cell> open) {
        Set<String> found = new TreeSet<>();
        Set<Cell> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Cell cell = open.remove();
            if (at(cell.row(), cell.column()) == '►') {
                labelFrom(cell.row(), cell.column() + 2).ifPresent(found::add);
                continue;
            }
            for (char way : OPEN.get(at(cell.row(), cell.column())).toCharArray()) {
                Cell next = step(cell, way);
                if (isOpen(next.row(), next.column(), opposite(way)) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private static Cell step(Cell cell, char way) {
        return switch (way) {
            case 'L' -> new Cell(cell.row(), cell.column() - 1);
            case 'R' -> new Cell(cell.row(), cell.column() + 1);
            case 'U' -> new Cell(cell.row() - 1, cell.column());
            default -> new Cell(cell.row() + 1, cell.column());
        };
    }

    private static char opposite(char way) {
        return switch (way) {
            case 'L' -> 'R';
            case 'R' -> 'L';
            case 'U' -> 'D';
            default -> 'U';
        };
    }

    private Optional<String> labelFrom(int row, int column) {
        return labels.stream()
                .filter(label -> label.row() == row && label.from() == column)
                .map(Label::text)
                .findFirst();
    }

    private boolean isOpen(int row, int column, char way) {
        return OPEN.getOrDefault(at(row, column), "").indexOf(way) >= 0;
    }

    private char at(int row, int column) {
        return row < 0
                        || row >= rows.size()
                        || column < 0
                        || column >= rows.get(row).length()
                ? ' '
                : rows.get(row).charAt(column);
    }
}
