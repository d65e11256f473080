package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.job.lake.TestLake;
import io.crowdlake.job.options.JobRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
