package io.crowdlake.lake.ddl;

import java.util.ArrayList;
import java.util.List;

/** Cuts a SQL file into its statements; knows that a semicolon in quotes or in a comment ends none. */
public final class SqlScript {

    private final String file;
    private final String sql;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int position;
    private int line = 1;

    private SqlScript(String file, String sql) {
        this.file = file;
        this.sql = sql;
    }

    /** The statements of a file, in its order, each beginning at its first word. */
    public static List<SqlStatement> split(String file, String sql) {
        SqlScript script = new SqlScript(file, sql);
        while (script.position < sql.length()) {
            script.statement();
        }
        return List.copyOf(script.statements);
    }

    private void statement() {
        skipBlanksAndComments();
        int start = position;
        int startLine = line;
        while (position < sql.length() && sql.charAt(position) != ';') {
            if (!skipComment()) {
                skipQuotedOrOne();
            }
        }
        String text = sql.substring(start, position).strip();
        if (!text.isEmpty()) {
            statements.add(new SqlStatement(file, startLine, text));
        }
        advanceTo(Math.min(position + 1, sql.length()));
    }

    private void skipBlanksAndComments() {
        while (position < sql.length()) {
            if (Character.isWhitespace(sql.charAt(position))) {
                advanceTo(position + 1);
            } else if (!skipComment()) {
                return;
            }
        }
    }

    private boolean skipComment() {
        if (sql.startsWith("--", position)) {
            advanceTo(endOf("\n", position));
            return true;
        }
        if (sql.startsWith("/*", position)) {
            advanceTo(endOf("*/", position + 2));
            return true;
        }
        return false;
    }

    /** A doubled quote inside quotes reads as two quoted texts that touch, which ends at the same place. */
    private void skipQuotedOrOne() {
        char c = sql.charAt(position);
        if (c == '\'' || c == '"') {
            advanceTo(endOf(String.valueOf(c), position + 1));
        } else {
            advanceTo(position + 1);
        }
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private void advanceTo(int end) {
        for (; position < end; position++) {
            if (sql.charAt(position) == '\n') {
                line++;
            }
        }
    }
}
