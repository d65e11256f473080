package io.crowdlake.stack.query;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.part.TrinoServer;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Asks the lake through Trino. */
public final class LakeQuery {

    private LakeQuery() {}

    /** Prints what a statement answers; throws StackException with Trino's reason, in one line, when it is refused. */
    public static void print(int trinoPort, String sql, ResultFormat format, PrintStream out) {
        try (Connection connection = connect(trinoPort);
                Statement statement = connection.createStatement()) {
            if (statement.execute(withoutSemicolon(sql))) {
                format.print(statement.getResultSet(), out);
            } else {
                out.println(statement.getLargeUpdateCount() + " rows changed");
            }
            out.flush();
        } catch (SQLException e) {
            throw new StackException("Trino refused the statement: " + reason(e), e);
        }
    }

    /** A connection to the lake; times are in UTC. */
    public static Connection connect(int trinoPort) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "crowdlake");
        properties.setProperty("source", "crowd-query");
        properties.setProperty("timezone", "UTC");
        return DriverManager.getConnection(TrinoServer.jdbcUri(trinoPort), properties);
    }

    private static String withoutSemicolon(String sql) {
        return sql.strip().replaceFirst(";\\s*$", "");
    }

    /** Trino says "Query failed (#20260101_...): line 1:8: ..."; the number helps nobody. */
    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^Query failed \\(#\\w+\\): ", "")
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
