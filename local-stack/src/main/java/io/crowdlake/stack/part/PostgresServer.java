package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.ProcessSpec;
import io.crowdlake.stack.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The database that holds the lake's catalog. Listens on 127.0.0.1 only, with a password, and on no socket file. */
public final class PostgresServer {

    /** Owner of the catalog's database. */
    public static final String USER = "crowdlake";

    private static final String DATABASE = "iceberg";
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration STARTUP = Duration.ofMinutes(1);
    private static final Duration INITIALISATION = Duration.ofMinutes(2);

    private final DataFolder data;
    private final Secrets secrets;
    private final Path program;
    private final int port;
    private ManagedProcess process;

    /** {@code program} is the folder of the unpacked server. */
    public PostgresServer(DataFolder data, Secrets secrets, Path program, int port) {
        this.data = data;
        this.secrets = secrets;
        this.program = program;
        this.port = port;
    }

    /** Where the catalog is, for JDBC. */
    public String jdbcUri() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    private void initialise() throws InterruptedException {
        if (Files.isDirectory(data.postgres())) {
            return;
        }
        try {
            // Moved to its place once complete, so that an interrupted first start is simply done again.
            Path next = data.root().resolve("postgres.next");
            CacheFolder.deleteTree(next);
            List<String> command = asOrdinaryUser();
            command.addAll(List.of(
                    program.resolve("bin/initdb").toString(),
                    "--pgdata=" + next,
                    "--username=" + USER,
                    "--pwfile=" + secrets.catalogPasswordFile(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
            ManagedProcess initdb = ManagedProcess.start(
                    new ProcessSpec("postgres-init", command, Map.of(), data.log("postgres-init")));
            if (!initdb.awaitExit(INITIALISATION)) {
                initdb.stop(Duration.ZERO);
            }
            if (initdb.exitCode() != 0) {
                throw new StackException(initdb.obituary()
                        + (isRoot()
                                ? "; PostgreSQL refuses root, and this system lets root be nobody else: start as an ordinary user"
                                : ""));
            }
            Files.move(next, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("cannot make the database folder " + data.postgres() + ": " + e.getMessage(), e);
        }
    }

    /** Starts the server, making the folder of the database at the first start. */
    public void start(Supervisor supervisor) throws InterruptedException {
        initialise();
        process = supervisor.start(spec());
    }

    /** Ends the server at once but cleanly (SIGTERM would wait for its clients); nothing when it was not started. */
    public void stop() {
        if (process != null) {
            process.stopWithSignal("INT", GRACE);
        }
    }

    ProcessSpec spec() {
        List<String> command = asOrdinaryUser();
        command.addAll(List.of(
                program.resolve("bin/postgres").toString(),
                "-D",
                data.postgres().toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=40",
                "-c",
                "shared_buffers=32MB"));
        return new ProcessSpec("postgres", command, Map.of(), data.log("postgres"));
    }

    /** The server refuses to run as root; in a user namespace of its own it is nobody in particular. */
    private static List<String> asOrdinaryUser() {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.add("unshare");
            command.add("--user");
        }
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Waits until the server answers, and creates the catalog's database at the first start. */
    public void awaitReady() throws InterruptedException {
        Await.until("PostgreSQL", STARTUP, process, this::createDatabase);
    }

    private boolean createDatabase() {
        String uri = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(uri, credentials());
                Statement statement = connection.createStatement();
                ResultSet present =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!present.next()) {
                statement.executeUpdate("CREATE DATABASE " + DATABASE);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Properties credentials() {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", secrets.catalogPassword());
        properties.setProperty("loginTimeout", "5");
        return properties;
    }
}
