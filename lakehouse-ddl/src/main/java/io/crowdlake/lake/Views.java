package io.crowdlake.lake;

import io.crowdlake.lake.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the views. They go to Trino as they are, for only Trino can tell what a query's columns are; the tables must be there before. A view
 * is sent again when its text or a parameter has changed, or when somebody has dropped it.
 */
public final class Views {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    private Views() {}

    /**
     * Makes those views that are not there as they are in the files.
     *
     * @throws LakeException when Trino cannot be reached, or refuses a statement: then with file, line and Trino's reason
     */
    public static ViewReport apply(
            Catalog catalog, Namespace namespace, TrinoSettings trino, ViewParameters parameters) {
        LakeHistory history = new LakeHistory(catalog, namespace);
        history.create();
        try (Connection connection = connect(trino)) {
            connection.setCatalog(catalog.name());
            connection.setSchema(namespace.toString());
            Set<String> existing = existing(connection, trino);
            Map<String, HistoryEntry> recorded = history.views();
            List<String> applied = new ArrayList<>();
            int upToDate = 0;
            for (ViewFile file : ViewFile.builtIn(parameters)) {
                HistoryEntry entry = HistoryEntry.now(file.version(), file.fileName(), Checksum.of(file.sql()));
                HistoryEntry before = recorded.get(file.version());
                if (existing.contains(file.view()) && before != null && before.sameTextAs(entry)) {
                    upToDate++;
                    continue;
                }
                send(connection, file);
                history.append(entry);
                LOG.info("Made view {} in {}", file.view(), namespace);
                applied.add(file.view());
            }
            return new ViewReport(applied, upToDate);
        } catch (SQLException e) {
            throw unreachable(trino, e);
        }
    }

    private static Connection connect(TrinoSettings trino) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", trino.user());
        properties.setProperty("source", "crowdlake-views");
        if (trino.passwordFile() != null) {
            properties.setProperty("password", SecretFile.read(trino.passwordFile(), "trino.password-file"));
        }
        return DriverManager.getConnection(trino.url(), properties);
    }

    private static Set<String> existing(Connection connection, TrinoSettings trino) {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SHOW TABLES")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw unreachable(trino, e);
        }
    }

    private static void send(Connection connection, ViewFile file) {
        for (SqlStatement one : file.statements()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(one.text());
            } catch (SQLException e) {
                throw new LakeException(
                        one.file() + ":" + one.line() + ": Trino refused the statement: " + LakeException.reasonOf(e)
                                + ": migrate the tables first, or correct the file",
                        e);
            }
        }
    }

    private static LakeException unreachable(TrinoSettings trino, SQLException e) {
        return new LakeException(
                "trino.url is " + trino.displayUrl() + ", which does not answer (" + LakeException.reasonOf(e)
                        + "): start Trino, or correct the address",
                e);
    }
}
