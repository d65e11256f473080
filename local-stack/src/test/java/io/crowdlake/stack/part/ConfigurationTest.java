package io.crowdlake.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.process.ProcessSpec;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for each part before it starts. */
class ConfigurationTest {

    @TempDir
    Path temporary;

    private DataFolder data;
    private Secrets secrets;

    @BeforeEach
    void create() {
        data = new DataFolder(temporary.resolve("data")).create();
        secrets = new Secrets(data);
    }

    @Test
    void flinkListensOnThisMachineOnlyAndKeepsCheckpoints() throws IOException {
        FlinkConfiguration.write(data, 8081, 6123);
        String yaml = Files.readString(data.configuration().resolve("flink/config.yaml"));

        assertThat(yaml)
                .contains("rest.bind-address: \"127.0.0.1\"", "rest.port: \"8081\"")
                .contains("jobmanager.bind-host: \"127.0.0.1\"", "jobmanager.rpc.port: \"6123\"")
                .contains("taskmanager.bind-host: \"127.0.0.1\"")
                .contains("state.backend.type: \"rocksdb\"", "execution.checkpointing.incremental: \"true\"")
                .contains("externalized-checkpoint-retention: \"RETAIN_ON_CANCELLATION\"")
                .contains("execution.checkpointing.dir: \"file://" + data.checkpoints());
    }

    @Test
    void theJobGetsFilesWithPasswordsAndNoPasswords() throws IOException {
        Path file = JobConfiguration.write(
                data, secrets, kafka(), postgres(), Map.of("window.size", "5 min", "parallelism", "1"));

        assertThat(properties(file))
                .containsEntry("hub.bootstrap-servers", "127.0.0.1:9092")
                .containsEntry("hub.security-protocol", "SASL_PLAINTEXT")
                .containsEntry(
                        "hub.connection-string-file",
                        secrets.hubConnectionStringFile().toString())
                .containsEntry("lake.catalog-uri", "jdbc:postgresql://127.0.0.1:5433/iceberg")
                .containsEntry("lake.warehouse", "file://" + data.warehouse())
                .as("what a person sets wins")
                .containsEntry("window.size", "5 min")
                .containsEntry("parallelism", "1");
        assertNoSecrets(file);
    }

    @Test
    void theJobGetsAKeyWherePeopleAreRecognized() throws IOException {
        Map<String, String> on = Map.of("recognition.enabled", "true");
        Map<String, String> ownKey = Map.of("recognition.enabled", "true", "recognition.key-file", "/run/key");

        assertThat(properties(JobConfiguration.write(data, secrets, kafka(), postgres(), Map.of())))
                .doesNotContainKey("recognition.key-file");
        assertThat(data.secrets().resolve("recognition-key")).doesNotExist();
        Path file = JobConfiguration.write(data, secrets, kafka(), postgres(), on);
        assertThat(properties(file))
                .containsEntry(
                        "recognition.key-file", secrets.recognitionKeyFile().toString());
        assertThat(Files.readString(file)).doesNotContain(Files.readString(secrets.recognitionKeyFile()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.recognitionKeyFile())))
                .isEqualTo("rw-------");
        assertThat(properties(JobConfiguration.write(data, secrets, kafka(), postgres(), ownKey)))
                .containsEntry("recognition.key-file", "/run/key");
    }

    @Test
    void theClusterGetsTheAllocatorSettingsAndNeverTheNetwork() throws IOException {
        FlinkCluster flink = new FlinkCluster(data, "a.jar", new CacheFolder(temporary), 8081, 6123);
        ProcessSpec taskManager = flink.taskManagerSpec();

        assertThat(taskManager.environment())
                .containsEntry("CLASSPATH", "a.jar")
                .containsEntry("MALLOC_MMAP_THRESHOLD_", "1073741824");
        assertThat(taskManager.command())
                .contains("-Dai.djl.offline=true", "--add-opens=java.base/java.nio=ALL-UNNAMED");
        assertThat(flink.submission(Path.of("job.jar"), "some.Job", Path.of("job.properties"), "file:/chk-7")
                        .command())
                .containsSubsequence(
                        "run",
                        "--detached",
                        "--fromSavepoint",
                        "file:/chk-7",
                        "--allowNonRestoredState",
                        "--class",
                        "some.Job",
                        "job.jar",
                        "--config");
        assertThat(flink.submission(Path.of("job.jar"), "some.Job", Path.of("job.properties"), null)
                        .command())
                .doesNotContain("--fromSavepoint");
    }

    @Test
    void theBrokerSpeaksAsTheHubDoesAndItsFileIsPrivate() throws IOException {
        ProcessSpec spec = kafka().spec(9093, "a.jar");
        Path file = data.configuration().resolve("kafka.properties");

        assertThat(properties(file))
                .containsEntry("listeners", "HUB://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
                .containsEntry("listener.security.protocol.map", "HUB:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT")
                .containsEntry("log.dirs", data.kafka().toString())
                .hasEntrySatisfying("listener.name.hub.plain.sasl.jaas.config", jaas -> assertThat((String) jaas)
                        .contains("user_$ConnectionString=\"" + secrets.hubConnectionString() + "\""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(spec.command()).noneMatch(argument -> argument.contains("SharedAccessKey"));
    }

    @Test
    void trinoReadsThePasswordFromItsEnvironment() throws IOException {
        TrinoServer trino = new TrinoServer(data, secrets, Path.of("/cache/trino"), Path.of("/jdk-25"), 8080);
        ProcessSpec spec = trino.spec("jdbc:postgresql://127.0.0.1:5433/iceberg");
        Path folder = data.configuration().resolve("trino");

        assertThat(spec.command()).startsWith("/jdk-25/bin/java").contains("-Dnode.bind-ip=127.0.0.1");
        assertThat(spec.environment())
                .containsEntry("CLASSPATH", "/cache/trino/lib/*")
                .containsEntry("CROWDLAKE_CATALOG_PASSWORD", secrets.catalogPassword());
        assertThat(properties(folder.resolve("catalog/lake.properties")))
                .containsEntry("iceberg.jdbc-catalog.connection-password", "${ENV:CROWDLAKE_CATALOG_PASSWORD}")
                .containsEntry("iceberg.jdbc-catalog.default-warehouse-dir", "file://" + data.warehouse())
                .containsEntry("local.location", "/");
        assertNoSecrets(folder);
    }

    @Test
    void postgresNeedsAPasswordAndHasNoSocketFile() {
        assertThat(postgres().spec().command())
                .containsSubsequence("-h", "127.0.0.1")
                .contains("unix_socket_directories=");
    }

    @Test
    void camerasAreToldWhatAPersonAskedFor() {
        ProcessSpec spec = new Cameras(2, List.of("clip.gif", "/dev/video0"), 60, Duration.ofSeconds(90))
                .spec(data, kafka(), "a.jar");

        assertThat(spec.command())
                .containsSubsequence("--bootstrap-servers", "127.0.0.1:9092", "--topic", "camera-frames")
                .containsSubsequence("--cameras", "2", "--speed", "60.0")
                .containsSubsequence("--duration", "90000ms", "--source", "clip.gif", "--source", "/dev/video0")
                .noneMatch(argument -> argument.contains("SharedAccessKey"));
        assertThat(new Cameras(0, List.of(), 1, null).isEmpty()).isTrue();
    }

    @Test
    void theHubKnowsEveryCamera() {
        Cameras cameras = new Cameras(2, List.of("clip.gif", "/dev/video0"), 1, null);
        IotHub hub = new IotHub(data, secrets, "127.0.0.2", cameras.deviceIds());

        assertThat(hub.spec("127.0.0.1:9092", "a.jar").command())
                .containsSubsequence("--bootstrap-servers", "127.0.0.1:9092", "--address", "127.0.0.2")
                .containsSubsequence(
                        "--enrol", "camera-1", "--enrol", "camera-2", "--enrol", "clip", "--enrol", "video0")
                .noneMatch(argument -> argument.contains("SharedAccessKey"));
        assertThat(cameras.spec(data, hub, "a.jar").command())
                .containsSubsequence("--hub", data.hub() + "/connection-strings")
                .containsSubsequence("--spool-dir", data.spool().toString())
                .doesNotContain("--bootstrap-servers");
    }

    private KafkaBroker kafka() {
        return new KafkaBroker(data, secrets, 9092);
    }

    private PostgresServer postgres() {
        return new PostgresServer(data, secrets, Path.of("/cache/postgres"), 5433);
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }

    private void assertNoSecrets(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree).filter(Files::isRegularFile)) {
            assertThat(files).allSatisfy(file -> assertThat(file)
                    .content()
                    .doesNotContain(secrets.catalogPassword())
                    .doesNotContain("SharedAccessKey="));
        }
    }
}
