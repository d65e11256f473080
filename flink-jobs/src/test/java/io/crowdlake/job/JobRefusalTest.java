package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.job.lake.TestLake;
import io.crowdlake.job.options.JobRefusedException;
import io.crowdlake.job.recognize.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user of {@code flink run} sees: Flink prints the message of this exception alone. */
class JobRefusalTest {

    @TempDir
    Path folder;

    @Test
    void unknownOption() {
        assertRefused("error: there is no option hub.server", "--hub.server", "hub:9093");
    }

    @Test
    void nothingGiven() {
        assertRefused("error: hub.bootstrap-servers is missing");
    }

    @Test
    void bundleThatIsNotThere() {
        Path missing = folder.resolve("no-model");
        assertRefused("" + missing, arguments("--model.bundle", missing.toString()));
    }

    @Test
    void bundleThatIsBroken() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("model"));
        Files.writeString(bundle.resolve("bundle.json"), "{\"format\": 1}");
        assertRefused("" + bundle, arguments("--model.bundle", bundle.toString()));
    }

    @Test
    void lakeWithoutTables() {
        TestLake lake = TestLake.in(folder);
        assertThatThrownBy(() ->
                        CrowdAggregationJob.build(StreamExecutionEnvironment.createLocalEnvironment(), lake.conf()))
                .isInstanceOf(JobRefusedException.class)
                .hasMessage("error: there is no table lake.crowdlake.frame_analyses, run ./crowd lake migrate first");
    }

    @Test
    void keyOfRecognitionThatIsNotThereOrOpenToEverybody() throws IOException {
        Path missing = folder.resolve("missing");
        assertRefused("error: recognition.key-file is " + missing + ", which cannot be read", recognizing(missing));

        assertRefused(
                "error: recognition.key-file is " + missing + ", which cannot be read",
                sealing("track.looks", missing));

        Path open = Path.of(KeyFiles.create(folder, 1));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(
                "error: recognition.key-file is " + open + ", which everybody can read or write: chmod 600 it",
                recognizing(open));
    }

    @Test
    void recognitionBetweenTwoJobs() throws IOException {
        Path key = Path.of(KeyFiles.create(folder, 1));
        for (String option : List.of("recognition.enabled", "track.looks")) {
            String[] arguments = sealing(option, key);
            String message = "error: " + option + " is true, which only CrowdAnalyticsJob can do: between two jobs what"
                    + " people look like would lie in a topic; run the one job, or leave it off";

            assertThatThrownBy(() -> FrameAnalysisJob.main(arguments)).hasMessage(message);
            assertThatThrownBy(() -> CrowdAggregationJob.main(arguments)).hasMessage(message);
        }
    }

    private String[] recognizing(Path key) {
        return sealing("recognition.enabled", key);
    }

    private String[] sealing(String option, Path key) {
        List<String> arguments = new ArrayList<>(List.of(arguments("--" + option, "true")));
        arguments.addAll(List.of("--recognition.key-file", key.toString()));
        return arguments.toArray(String[]::new);
    }

    private String[] arguments(String key, String value) {
        return new String[] {
            "--hub.bootstrap-servers",
            "127.0.0.1:1",
            "--hub.security-protocol",
            "PLAINTEXT",
            "--lake.catalog-type",
            "hadoop",
            "--lake.warehouse",
            folder.toUri().toString(),
            key,
            value
        };
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> CrowdAnalyticsJob.main(arguments))
                .isInstanceOf(ProgramParametrizationException.class)
                .hasMessageStartingWith("error: ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
