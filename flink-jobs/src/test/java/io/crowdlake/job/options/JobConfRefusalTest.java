package io.crowdlake.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is one line that names the key, its value and what must be true. */
class JobConfRefusalTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window.size      | soon  | window.size is soon, must be a duration such as 10s, 5min or 24h, at least 1000ms",
                "window.size      | 0s    | window.size is 0s, must be a duration such as 10s, 5min or 24h, at least 1000ms",
                "window.offset    | 2h    | window.offset is 2 h, must be less than window.size (1 h)",
                "track.visit-gap  | -1s   | track.visit-gap is -1s, must be a duration such as 10s, 5min or 24h, at least 1ms",
                "track.reorder-delay | 30h | track.reorder-delay is 30 h, must be less than late.horizon (1 d)",
                "analyze.capacity | many  | analyze.capacity is many, must be a whole number of at least 1",
                "analyze.attempts | 0     | analyze.attempts is 0, must be a whole number of at least 1",
                "parallelism      | 0     | parallelism is 0, must be a whole number of at least 1",
                "ingest.max-pixels | 1e9  | ingest.max-pixels is 1e9, must be a whole number of at least 1",
                "checkpoint.interval | 1ms | checkpoint.interval is 1ms, must be a duration such as 10s, 5min or 24h, at least 10ms",
                "ingest.oldest    | 2020  | ingest.oldest is 2020, must be a time such as 2020-01-01T00:00:00Z",
                "hub.starting-offsets | newest | hub.starting-offsets is newest, must be one of earliest, latest, committed",
                "hub.security-protocol | TLS | hub.security-protocol is TLS, must be one of SASL_SSL, SASL_PLAINTEXT, SSL, PLAINTEXT",
                "lake.catalog-type | hive | lake.catalog-type is hive, must be one of jdbc, rest, hadoop",
                "model.precision  | fp16 | model.precision is fp16, must be one of int8, fp32",
                "recognition.enabled | perhaps | recognition.enabled is perhaps, must be true or false",
                "recognition.enabled | true | recognition.key-file is missing, set it to a file with 32 random bytes in Base64, such as openssl rand -base64 32 gives, or leave recognition.enabled off",
                "track.looks | true | recognition.key-file is missing, set it to a file with 32 random bytes in Base64, such as openssl rand -base64 32 gives, or leave track.looks off",
                "recognition.memory | 25h | recognition.memory is 25h, must be at most 24h: nobody is remembered for longer",
                "recognition.memory | long | recognition.memory is long, must be a duration such as 10s, 5min or 24h, at least 1ms",
                "recognition.likeness | 1.2 | recognition.likeness is 1.2, must be a number above 0 and below 1",
                "recognition.likeness | high | recognition.likeness is high, must be a number above 0 and below 1",
                "staff.dwell      | 4h    | staff.dwell is 4h, but nobody is recognised: set recognition.enabled to true, or leave it out",
                "staff.visits     | 0     | staff.visits is 0, must be a whole number of at least 1",
                "staff.visits     | 201   | staff.visits is 201, must be at most 200",
                "hub.topic        | ''    | hub.topic is empty, give it a value or leave it out",
            })
    void valueThatMakesNoSense(String key, String value, String message) {
        assertRefused("error: " + message, "--" + key, value);
    }

    @Test
    void unknownKeyIsRefusedWithTheNearestOne() {
        assertRefused(
                "error: there is no option window.sise (on the command line), did you mean window.size?",
                "--window.sise",
                "15min");
        assertRefused(
                "error: there is no option hub.server (on the command line), did you mean hub.bootstrap-servers?",
                "--hub.server",
                "hub:9093");
        assertRefused(
                "error: there is no option lake.properties (on the command line), did you mean lake.properties.KEY?",
                "--lake.properties",
                "a=b");
    }

    @Test
    void secretAsAnArgumentIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> JobConf.of("--hub.connection-string", "Endpoint=sb://secret"))
                .hasMessage("error: there is no option hub.connection-string (on the command line), did you mean"
                        + " hub.connection-string-file?");
        assertThatThrownBy(() -> JobConf.of("--lake.catalog-uri", "jdbc:postgresql://db/iceberg?password=secret"))
                .hasMessage("error: lake.catalog-uri holds a password, put it into the file of"
                        + " lake.catalog-password-file instead");
    }

    @Test
    void argumentsThatAreNoOptions() {
        assertRefused("error: argument start is not understood, must be --KEY VALUE", "start");
        assertRefused("error: --hub.topic has no value, must be --hub.topic VALUE", "--hub.topic");
    }

    @Test
    void configFileThatIsNotThereOrHoldsUnknownKeys() throws IOException {
        Path missing = folder.resolve("missing.properties");
        assertThatThrownBy(() -> JobConf.of("--config", missing.toString()))
                .hasMessageStartingWith(
                        "error: --config is " + missing + ", must be a readable file of KEY=VALUE lines");

        Path file = Files.writeString(folder.resolve("job.properties"), "hub.topics=frames\n");
        assertRefused(
                "error: there is no option hub.topics (in " + file + "), did you mean hub.topic?",
                "--config",
                file.toString());
    }

    @Test
    void whatIsMissingIsNamedWhenAJobAsksForIt() {
        assertMissing(
                JobConf::hub,
                "error: hub.bootstrap-servers is missing, set it to host:port of the hub's Kafka endpoint");
        assertMissing(
                JobConf::events,
                "error: hub.bootstrap-servers is missing, set it or events.bootstrap-servers to host:port");
        assertMissing(
                JobConf::lake,
                "error: lake.catalog-uri is missing, set it to the catalog's address, such as"
                        + " jdbc:postgresql://host:5432/iceberg");
        assertMissing(
                JobConf::lake,
                "error: lake.warehouse is missing, set it to the URI of the folder of the tables",
                "--lake.catalog-uri",
                "jdbc:postgresql://db/iceberg");
        assertMissing(
                JobConf::hub,
                "error: hub.connection-string-file is missing, set it to a file with the endpoint's connection string, or"
                        + " set the environment variable CROWDLAKE_HUB_CONNECTION_STRING",
                "--hub.bootstrap-servers",
                "hub:9093");
    }

    @Test
    void secretFileThatIsNotThereOrEmpty() throws IOException {
        Path missing = folder.resolve("missing");
        assertMissing(
                JobConf::hub,
                "error: hub.connection-string-file is " + missing + ", must be a readable file (NoSuchFileException)",
                "--hub.bootstrap-servers",
                "hub:9093",
                "--hub.connection-string-file",
                missing.toString());
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertMissing(
                JobConf::hub,
                "error: hub.connection-string-file is " + empty + ", which is empty: write the secret into it",
                "--hub.bootstrap-servers",
                "hub:9093",
                "--hub.connection-string-file",
                empty.toString());
    }

    @Test
    void containersThatAreNone() {
        assertRefused(
                "error: reference.containers.frames is file:///frames, must be written as reference.containers.HOST/CONTAINER ="
                        + " URI of its folder",
                "--reference.containers.frames",
                "file:///frames");
        assertRefused(
                "error: reference.containers.account/frames is frames, must be written as reference.containers.HOST/CONTAINER ="
                        + " URI of its folder",
                "--reference.containers.account/frames",
                "frames");
        assertRefused(
                "error: reference.capacity is 0, must be a whole number of at least 1", "--reference.capacity", "0");
    }

    @Test
    void layoutsThatCannotBeReadOrMakeNoSense() throws IOException {
        Path missing = folder.resolve("missing.json");
        assertMissing(
                JobConf::cameraLayouts,
                "error: camera.layouts is " + missing + ", must be a readable file (FileNotFoundException)",
                "--camera.layouts",
                missing.toString());
        assertMissing(
                JobConf::cameraLayouts,
                "error: camera.layouts is nowhere://layouts.json, must be a readable file (UnsupportedFileSystemSchemeException)",
                "--camera.layouts",
                "nowhere://layouts.json");
        Path level = Files.writeString(folder.resolve("level.json"), """
                {"cameras": {"entrance-1": {"lines": [
                  {"name": "door", "from": {"x": 0, "y": 0.5}, "to": {"x": 1, "y": 0.5}, "in": "left"}]}}}
                """);
        assertMissing(
                JobConf::cameraLayouts,
                "error: camera.layouts is " + level + ", correct this in it: cameras.entrance-1.lines[0]: in is left,"
                        + " must lead across the line, such as down or up",
                "--camera.layouts",
                level.toString());
    }

    @Test
    void refusalIsOneLineWithoutStackTrace() {
        JobRefusedException refusal = new JobRefusedException("first line\n  second line");

        assertThat(refusal).hasMessage("error: first line second line");
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    private static void assertMissing(Consumer<JobConf> access, String message, String... arguments) {
        JobConf conf = JobConf.of(name -> null, arguments);
        assertThatThrownBy(() -> access.accept(conf))
                .isInstanceOf(JobRefusedException.class)
                .hasMessage(message);
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> JobConf.of(name -> null, arguments))
                .isInstanceOf(JobRefusedException.class)
                .hasMessage(message);
    }
}
