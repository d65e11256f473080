package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.ProcessSpec;
import io.crowdlake.stack.process.Supervisor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Trino as a single server, with the lake as its only catalog. */
public final class TrinoServer {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration STARTUP = Duration.ofMinutes(4);
    private static final String PASSWORD = "CROWDLAKE_CATALOG_PASSWORD";

    private final DataFolder data;
    private final Secrets secrets;
    private final Path program;
    private final Path javaHome;
    private final int port;
    private ManagedProcess process;

    /**
     * @param program folder of the unpacked server
     * @param javaHome a Java that is new enough for it
     */
    public TrinoServer(DataFolder data, Secrets secrets, Path program, Path javaHome, int port) {
        this.data = data;
        this.secrets = secrets;
        this.program = program;
        this.javaHome = javaHome;
        this.port = port;
    }

    /** Address of the web UI. */
    public URI webInterface() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    /** For trino-jdbc. */
    public static String jdbcUri(int port) {
        return "jdbc:trino://127.0.0.1:" + port + "/" + Lake.CATALOG + "/" + Lake.NAMESPACE;
    }

    /** Starts the server on the catalog at the given address. */
    public void start(Supervisor supervisor, String catalogUri) {
        process = supervisor.start(spec(catalogUri));
    }

    /** Ends the server; nothing when it was not started. */
    public void stop() {
        if (process != null) {
            process.stop(GRACE);
        }
    }

    ProcessSpec spec(String catalogUri) {
        Path folder = data.configuration().resolve("trino");
        writeConfiguration(folder, catalogUri);
        return new JavaCommand(javaHome, "io.trino.server.TrinoServer")
                .heap(1024)
                // 40 % less work to start, beside cameras and networks; a lake on one machine needs no better code than
                // that.
                .option("-XX:TieredStopAtLevel=1")
                .options(List.of("-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"))
                .option("--enable-native-access=ALL-UNNAMED")
                .property("jdk.attach.allowAttachSelf", "true")
                .property("node.environment", "crowdlake")
                .property("node.id", "crowdlake-local")
                .property("node.data-dir", data.trino().toString())
                .property("node.bind-ip", "127.0.0.1")
                .property("node.internal-address", "127.0.0.1")
                .property("config", folder.resolve("config.properties").toString())
                .classpath(program.resolve("lib") + "/*")
                .environment(PASSWORD, secrets.catalogPassword())
                .as("trino", data.log("trino"));
    }

    private void writeConfiguration(Path folder, String catalogUri) {
        Path catalogs = folder.resolve("catalog");
        try {
            Files.createDirectories(catalogs);
            Files.createDirectories(data.trino());
            Files.writeString(folder.resolve("config.properties"), server(catalogs));
            Files.writeString(catalogs.resolve(Lake.CATALOG + ".properties"), lake(catalogUri));
        } catch (IOException e) {
            throw new StackException("cannot write Trino's configuration into " + folder + ": " + e.getMessage(), e);
        }
    }

    private String server(Path catalogs) {
        return String.join(
                "\n",
                "coordinator=true",
                "node-scheduler.include-coordinator=true",
                "http-server.http.port=" + port,
                // It would lie in the working directory.
                "http-server.log.enabled=false",
                "discovery.uri=http://127.0.0.1:" + port,
                "query.max-memory=384MB",
                "query.max-memory-per-node=384MB",
                "memory.heap-headroom-per-node=192MB",
                "catalog.config-dir=" + catalogs,
                "plugin.dir=" + program.resolve("plugin"),
                "");
    }

    private String lake(String catalogUri) {
        return String.join(
                "\n",
                "connector.name=iceberg",
                "iceberg.catalog.type=jdbc",
                "iceberg.jdbc-catalog.catalog-name=" + Lake.CATALOG,
                "iceberg.jdbc-catalog.driver-class=org.postgresql.Driver",
                "iceberg.jdbc-catalog.connection-url=" + catalogUri,
                "iceberg.jdbc-catalog.connection-user=" + PostgresServer.USER,
                "iceberg.jdbc-catalog.connection-password=${ENV:" + PASSWORD + "}",
                "iceberg.jdbc-catalog.default-warehouse-dir=" + Lake.warehouse(data),
                "iceberg.jdbc-catalog.schema-version=V1",
                "fs.native-local.enabled=true",
                // So that file:///data/... means the same file to Trino as to whoever wrote it.
                "local.location=/",
                "");
    }

    /** Waits until the server takes queries. */
    public void awaitReady() throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(webInterface().resolve("v1/info"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Await.until("Trino", STARTUP, process, () -> {
            try {
                String info = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                return info.contains("\"starting\":false");
            } catch (IOException e) {
                return false;
            }
        });
    }
}
