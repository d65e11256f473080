package io.crowdlake.stack.query;

import io.crowdlake.stack.console.TextTable;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How rows are printed. */
public enum ResultFormat {
    /** Aligned columns for a person. */
    TABLE {
        @Override
        void print(ResultSet result, PrintStream out) throws SQLException {
            ResultSetMetaData columns = result.getMetaData();
            List<Boolean> right = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                right.add(isNumber(columns.getColumnType(column)));
            }
            TextTable table = TextTable.of(labels(columns), right);
            int rows = 0;
            while (result.next()) {
                table.row(texts(result, columns.getColumnCount()));
                rows++;
            }
            table.lines().forEach(out::println);
            out.println("(" + rows + (rows == 1 ? " row)" : " rows)"));
        }
    },
    /** RFC 4180 with a line of headings; nested values as JSON, nothing for null. */
    CSV {
        @Override
        void print(ResultSet result, PrintStream out) throws SQLException {
            ResultSetMetaData columns = result.getMetaData();
            out.print(csv(labels(columns)));
            while (result.next()) {
                out.print(csv(texts(result, columns.getColumnCount())));
            }
        }
    },
    /** One JSON object a line and row. */
    JSON {
        @Override
        void print(ResultSet result, PrintStream out) throws SQLException {
            List<String> labels = labels(result.getMetaData());
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= labels.size(); column++) {
                    row.put(labels.get(column - 1), SqlValue.toJson(result.getObject(column)));
                }
                out.println(SqlValue.writeJson(row));
            }
        }
    };

    /** Prints all rows. */
    abstract void print(ResultSet result, PrintStream out) throws SQLException;

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            labels.add(columns.getColumnLabel(column));
        }
        return labels;
    }

    private static List<String> texts(ResultSet result, int columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            texts.add(SqlValue.toText(result.getObject(column)));
        }
        return texts;
    }

    private static boolean isNumber(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.DOUBLE, Types.DECIMAL ->
                true;
            default -> false;
        };
    }

    private static String csv(List<String> cells) {
        return cells.stream().map(ResultFormat::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
