package io.crowdlake.lake;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real Trino on a free port of 127.0.0.1, from an unpacked server that has the Iceberg plugin. */
final class TestingTrino implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final String url;

    /**
     * Starts a server and waits until it answers.
     *
     * @param home the unpacked server
     * @param java program of a JDK 24 or newer
     */
    TestingTrino(Path home, Path java, CatalogSettings lake, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        url = "jdbc:trino://127.0.0.1:" + port;
        write(folder.resolve("etc/config.properties"), """
                coordinator=true
                node-scheduler.include-coordinator=true
                http-server.http.port=%1$d
                discovery.uri=http://127.0.0.1:%1$d
                query.max-memory=256MB
                query.max-memory-per-node=256MB
                memory.heap-headroom-per-node=128MB
                plugin.dir=%2$s
                """.formatted(port, home.resolve("plugin")));
        write(folder.resolve("etc/catalog/lake.properties"), """
                connector.name=iceberg
                iceberg.catalog.type=jdbc
                iceberg.jdbc-catalog.catalog-name=%s
                iceberg.jdbc-catalog.driver-class=org.postgresql.Driver
                iceberg.jdbc-catalog.connection-url=%s
                iceberg.jdbc-catalog.connection-user=%s
                iceberg.jdbc-catalog.connection-password=none
                iceberg.jdbc-catalog.default-warehouse-dir=%s
                iceberg.jdbc-catalog.schema-version=V1
                fs.native-local.enabled=true
                local.location=/
                """.formatted(
                        lake.name(), lake.uri(), lake.user(), lake.warehouse()));
        Path log = folder.resolve("trino.log");
        process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx640m",
                        "-XX:+UseSerialGC",
                        "--add-modules=jdk.incubator.vector",
                        "-Dnode.environment=test",
                        "-Dnode.id=test",
                        "-Dnode.data-dir=" + folder.resolve("var"),
                        "-Dnode.bind-ip=127.0.0.1",
                        "-Dnode.internal-address=127.0.0.1",
                        "-Dconfig=etc/config.properties",
                        "-cp",
                        home.resolve("lib") + "/*",
                        "io.trino.server.TrinoServer")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitStart(log);
    }

    TrinoSettings settings() {
        return new TrinoSettings(url, "crowdlake", null);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its columns' texts joined by {@code |}. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!Files.readString(log).contains("SERVER STARTED")) {
            if (process.waitFor(500, TimeUnit.MILLISECONDS) || Instant.now().isAfter(limit)) {
                process.destroyForcibly();
                throw new IllegalStateException("Trino did not start:\n" + Files.readString(log));
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "analyst");
        return DriverManager.getConnection(url + "/lake/crowdlake", properties);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
