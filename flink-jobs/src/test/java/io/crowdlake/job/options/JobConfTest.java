package io.crowdlake.job.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.RecognitionPolicy;
import io.crowdlake.job.recognize.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobConfTest {

    /** Every option with a value that is not its default. */
    private static final Map<String, String> EXPLICIT = Map.ofEntries(
            Map.entry("hub.bootstrap-servers", "hub:9093"),
            Map.entry("hub.topic", "frames"),
            Map.entry("hub.group-id", "group"),
            Map.entry("hub.security-protocol", "sasl_plaintext"),
            Map.entry("hub.connection-string-file", "HUB"),
            Map.entry("hub.starting-offsets", "committed"),
            Map.entry("events.bootstrap-servers", "events:9093"),
            Map.entry("events.security-protocol", "SASL_SSL"),
            Map.entry("events.connection-string-file", "EVENTS"),
            Map.entry("events.frame-analyses-topic", "analyses"),
            Map.entry("events.crowd-demographics-topic", "demographics"),
            Map.entry("events.update-interval", "3s"),
            Map.entry("lake.catalog-name", "pond"),
            Map.entry("lake.catalog-type", "rest"),
            Map.entry("lake.catalog-uri", "https://catalog"),
            Map.entry("lake.catalog-user", "writer"),
            Map.entry("lake.catalog-password-file", "LAKE"),
            Map.entry("lake.warehouse", "abfss://lake@account/warehouse"),
            Map.entry("lake.namespace", "crowd"),
            Map.entry("lake.update-interval", "7min"),
            Map.entry("lake.properties.io-impl", "some.FileIO"),
            Map.entry("lake.hadoop.fs.azure.account.auth.type", "OAuth"),
            Map.entry("model.bundle", "/models/better"),
            Map.entry("model.precision", "fp32"),
            Map.entry("analyze.capacity", "4"),
            Map.entry("analyze.timeout", "2s"),
            Map.entry("analyze.attempts", "1"),
            Map.entry("camera.layouts", "LAYOUTS"),
            Map.entry("track.reorder-delay", "5s"),
            Map.entry("track.quiet-after", "6s"),
            Map.entry("track.visit-gap", "4s"),
            Map.entry("track.clothing", "false"),
            Map.entry("window.size", "15min"),
            Map.entry("window.offset", "5min"),
            Map.entry("late.horizon", "2h"),
            Map.entry("track.looks", "false"),
            Map.entry("recognition.enabled", "true"),
            Map.entry("recognition.key-file", "KEY"),
            Map.entry("recognition.memory", "3h"),
            Map.entry("recognition.likeness", "0.77"),
            Map.entry("recognition.return-after", "20min"),
            Map.entry("recognition.sites.entrance-1", "museum"),
            Map.entry("staff.dwell", "4h"),
            Map.entry("staff.visits", "12"),
            Map.entry("ingest.max-message-bytes", "1000"),
            Map.entry("ingest.max-pixels", "2000"),
            Map.entry("ingest.max-future", "1h"),
            Map.entry("ingest.oldest", "2024-05-06T07:08:09Z"),
            Map.entry("reference.containers.account.blob.core.windows.net/frames", "abfss://frames@account"),
            Map.entry("reference.max-bytes", "5000"),
            Map.entry("reference.capacity", "7"),
            Map.entry("reference.timeout", "11s"),
            Map.entry("reference.attempts", "2"),
            Map.entry("job.name", "crowds"),
            Map.entry("parallelism", "3"),
            Map.entry("checkpoint.interval", "1min"));

    private static final String LAYOUTS = """
            {"cameras": {"entrance-1": {"lines": [{"name": "door", "from": {"x": 0, "y": 0.5}, "to": {"x": 1, "y": 0.5}, "in": "down"}]}}}
            """;

    @TempDir
    Path folder;

    @Test
    void defaults() {
        JobConf conf = conf(Map.of(), "--hub.bootstrap-servers", "hub:9093", "--lake.warehouse", "file:///lake");

        assertThat(conf.hubTopic()).isEqualTo("camera-frames");
        assertThat(conf.groupId()).isEqualTo("crowdlake");
        assertThat(conf.startingOffsets()).isEqualTo(StartingOffsets.EARLIEST);
        assertThat(conf.frameAnalysesTopic()).isEqualTo("frame-analyses");
        assertThat(conf.crowdDemographicsTopic()).isEqualTo("crowd-demographics");
        assertThat(conf.eventsUpdateInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(conf.lakeUpdateInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(conf.analyze().analyzer())
                .isEqualTo(new AnalyzerSettings(
                        "classpath:/models/faces", Precision.INT8, false, 25_000_000, Map.of(), null));
        assertThat(conf.analyze().capacity()).isEqualTo(16);
        assertThat(conf.analyze().timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(conf.analyze().attempts()).isEqualTo(3);
        assertThat(conf.reorderDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(conf.quietAfter()).isEqualTo(Duration.ofSeconds(15));
        assertThat(conf.visitGap()).isEqualTo(Duration.ofSeconds(20));
        assertThat(conf.trackClothing()).isTrue();
        assertThat(conf.windowSize()).isEqualTo(Duration.ofHours(1));
        assertThat(conf.windowOffset()).isZero();
        assertThat(conf.lateHorizon()).isEqualTo(Duration.ofDays(1));
        assertThat(conf.cameraLayouts()).isEqualTo(CameraLayouts.NONE);
        assertThat(conf.trackLooks()).isFalse();
        assertThat(conf.recognitionEnabled()).isFalse();
        assertThat(conf.recognitionMemory()).isEqualTo(Duration.ofHours(24));
        assertThat(conf.explicitLikeness()).isEmpty();
        assertThat(conf.returnAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(conf.sites()).isEqualTo(new Sites(Map.of()));
        assertThat(conf.staffDwell()).isEmpty();
        assertThat(conf.staffVisits()).isEmpty();
        assertThat(conf.maxMessageBytes()).isEqualTo(262_144);
        assertThat(conf.maxFuture()).isEqualTo(Duration.ofMinutes(5));
        assertThat(conf.oldest()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(conf.referenceContainers()).isEmpty();
        assertThat(conf.referenceMaxBytes()).isEqualTo(8 << 20);
        assertThat(conf.referenceCapacity()).isEqualTo(16);
        assertThat(conf.referenceTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(conf.referenceAttempts()).isEqualTo(4);
        assertThat(conf.jobName()).isEmpty();
        assertThat(conf.parallelism()).isEmpty();
        assertThat(conf.explicitCheckpointInterval()).isEmpty();
        assertThat(JobOptions.CHECKPOINT_INTERVAL.defaultValue()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void defaultsOfTheEndpointsAndTheLake() {
        JobConf conf = conf(
                Map.of("CROWDLAKE_HUB_CONNECTION_STRING", "Endpoint=sb://hub/"),
                "--hub.bootstrap-servers",
                "hub:9093",
                "--lake.catalog-uri",
                "jdbc:postgresql://db/iceberg",
                "--lake.warehouse",
                "file:///lake");

        KafkaEndpoint hub = new KafkaEndpoint("hub:9093", SecurityProtocol.SASL_SSL, "Endpoint=sb://hub/");
        assertThat(conf.hub()).isEqualTo(hub);
        assertThat(conf.events()).isEqualTo(hub);
        assertThat(conf.lake())
                .isEqualTo(new LakeSettings(
                        "lake",
                        CatalogType.JDBC,
                        "jdbc:postgresql://db/iceberg",
                        null,
                        null,
                        "file:///lake",
                        "crowdlake",
                        Map.of(),
                        Map.of()));
    }

    @Test
    void explicitValues() throws IOException {
        JobConf conf = conf(Map.of(), explicitArguments());

        assertThat(conf.hub()).isEqualTo(new KafkaEndpoint("hub:9093", SecurityProtocol.SASL_PLAINTEXT, "secret HUB"));
        assertThat(conf.hubTopic()).isEqualTo("frames");
        assertThat(conf.groupId()).isEqualTo("group");
        assertThat(conf.startingOffsets()).isEqualTo(StartingOffsets.COMMITTED);
        assertThat(conf.events())
                .isEqualTo(new KafkaEndpoint("events:9093", SecurityProtocol.SASL_SSL, "secret EVENTS"));
        assertThat(conf.frameAnalysesTopic()).isEqualTo("analyses");
        assertThat(conf.crowdDemographicsTopic()).isEqualTo("demographics");
        assertThat(conf.eventsUpdateInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(conf.lake())
                .isEqualTo(new LakeSettings(
                        "pond",
                        CatalogType.REST,
                        "https://catalog",
                        "writer",
                        "secret LAKE",
                        "abfss://lake@account/warehouse",
                        "crowd",
                        Map.of("io-impl", "some.FileIO"),
                        Map.of("fs.azure.account.auth.type", "OAuth")));
        assertThat(conf.lakeUpdateInterval()).isEqualTo(Duration.ofMinutes(7));
        assertThat(conf.analyze().analyzer())
                .isEqualTo(new AnalyzerSettings(
                        "/models/better",
                        Precision.FP32,
                        true,
                        2000,
                        Map.of(),
                        new RecognitionPolicy(folder.resolve("KEY").toString(), Set.of())));
        assertThat(conf.analyze().capacity()).isEqualTo(4);
        assertThat(conf.analyze().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(conf.analyze().attempts()).isEqualTo(1);
        assertThat(conf.reorderDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(conf.quietAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(conf.visitGap()).isEqualTo(Duration.ofSeconds(4));
        assertThat(conf.trackClothing()).isFalse();
        assertThat(conf.windowSize()).isEqualTo(Duration.ofMinutes(15));
        assertThat(conf.windowOffset()).isEqualTo(Duration.ofMinutes(5));
        assertThat(conf.lateHorizon()).isEqualTo(Duration.ofHours(2));
        assertThat(conf.cameraLayouts().of("entrance-1").lines())
                .extracting(CountingLine::name)
                .containsExactly("door");
        assertThat(conf.trackLooks()).isFalse();
        assertThat(conf.recognitionEnabled()).isTrue();
        assertThat(conf.recognitionKeyFile()).isEqualTo(folder.resolve("KEY").toString());
        assertThat(conf.recognitionMemory()).isEqualTo(Duration.ofHours(3));
        assertThat(conf.explicitLikeness()).contains(0.77);
        assertThat(conf.returnAfter()).isEqualTo(Duration.ofMinutes(20));
        assertThat(conf.sites()).isEqualTo(new Sites(Map.of("entrance-1", "museum")));
        assertThat(conf.staffDwell()).contains(Duration.ofHours(4));
        assertThat(conf.staffVisits()).contains(12);
        assertThat(conf.maxMessageBytes()).isEqualTo(1000);
        assertThat(conf.maxFuture()).isEqualTo(Duration.ofHours(1));
        assertThat(conf.oldest()).isEqualTo(Instant.parse("2024-05-06T07:08:09Z"));
        assertThat(conf.referenceContainers())
                .containsExactly(Map.entry("account.blob.core.windows.net/frames", "abfss://frames@account"));
        assertThat(conf.referenceMaxBytes()).isEqualTo(5000);
        assertThat(conf.referenceCapacity()).isEqualTo(7);
        assertThat(conf.referenceTimeout()).isEqualTo(Duration.ofSeconds(11));
        assertThat(conf.referenceAttempts()).isEqualTo(2);
        assertThat(conf.jobName()).contains("crowds");
        assertThat(conf.parallelism()).contains(3);
        assertThat(conf.explicitCheckpointInterval()).contains(Duration.ofMinutes(1));
    }

    @Test
    void theTestOfExplicitValuesLeavesNoOptionOut() {
        Set<String> tested = new TreeSet<>();
        EXPLICIT.keySet()
                .forEach(key -> tested.add(key.replaceFirst(
                        "^(lake\\.properties|lake\\.hadoop|recognition\\.sites|reference\\.containers)\\..*", "$1")));
        assertThat(tested)
                .isEqualTo(new TreeSet<>(
                        JobOptions.ALL.stream().map(ConfigOption::key).toList()));
    }

    @Test
    void whereLooksAreKeptForRecognitionTheyHelpToTrackToo() throws IOException {
        String key = KeyFiles.create(folder, 1);
        JobConf conf = conf(Map.of(), "--recognition.enabled", "true", "--recognition.key-file", key);
        assertThat(conf.trackLooks()).isTrue();

        JobConf tracking = conf(Map.of(), "--track.looks", "true", "--recognition.key-file", key);
        assertThat(tracking.recognitionEnabled()).isFalse();
        assertThat(tracking.analyze().analyzer().recognition())
                .as("faces get sealed looks")
                .isEqualTo(new RecognitionPolicy(key, Set.of()));
    }

    @Test
    void theCommandLineWinsOverTheFile() throws IOException {
        Path file =
                Files.writeString(folder.resolve("job.properties"), "hub.topic = from-file\nhub.group-id=from-file\n");

        JobConf conf = conf(Map.of(), "--config", file.toString(), "--hub.topic=from-command-line");

        assertThat(conf.hubTopic()).isEqualTo("from-command-line");
        assertThat(conf.groupId()).isEqualTo("from-file");
    }

    @Test
    void aSecretFileWinsOverTheEnvironment() throws IOException {
        JobConf conf = conf(
                Map.of("CROWDLAKE_HUB_CONNECTION_STRING", "from environment"),
                "--hub.bootstrap-servers",
                "hub:9093",
                "--hub.connection-string-file",
                secretFile("HUB"));

        assertThat(conf.hub().connectionString()).isEqualTo("secret HUB");
    }

    @Test
    void secretsAreNotPrinted() throws IOException {
        JobConf conf = conf(Map.of(), explicitArguments());

        assertThat(conf.hub().toString() + conf.events() + conf.lake())
                .contains("hub:9093", "events:9093", "https://catalog")
                .doesNotContain("secret");
    }

    @Test
    void theConnectionStringIsThePasswordOfTheUserThatTheHubExpects() {
        KafkaEndpoint endpoint = new KafkaEndpoint("hub:9093", SecurityProtocol.SASL_SSL, "Endpoint=\"a\\b\"");

        assertThat(endpoint.clientProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$ConnectionString\""
                                + " password=\"Endpoint=\\\"a\\\\b\\\"\";");
        assertThat(new KafkaEndpoint("broker:9092", SecurityProtocol.PLAINTEXT, null).clientProperties())
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey("sasl.jaas.config");
    }

    private String[] explicitArguments() throws IOException {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, String> option : EXPLICIT.entrySet()) {
            arguments.add("--" + option.getKey());
            arguments.add(value(option.getKey(), option.getValue()));
        }
        return arguments.toArray(String[]::new);
    }

    private String value(String key, String value) throws IOException {
        if (key.equals("camera.layouts")) {
            return Files.writeString(folder.resolve(value), LAYOUTS).toString();
        }
        return key.endsWith("-file") ? secretFile(value) : value;
    }

    private String secretFile(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "secret " + name + "\n").toString();
    }

    private static JobConf conf(Map<String, String> environment, String... arguments) {
        return JobConf.of(environment::get, arguments);
    }
}
