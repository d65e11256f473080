package io.crowdlake.job.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells people to copy is read without complaint. */
class ExampleConfigurationTest {

    private static final Path FOLDER = Path.of("src/main/conf");

    @Test
    void everyOptionOfTheExampleIsKnownAndValid() {
        JobConf conf = JobConf.of(
                name -> "secret",
                "--config",
                FOLDER.resolve("crowdlake.properties.example").toString());

        assertThat(conf.hubTopic()).isEqualTo("EVENT-HUB-COMPATIBLE-NAME");
        assertThat(conf.explicitCheckpointInterval()).contains(Duration.ofMinutes(1));
        assertThat(conf.get(JobOptions.LAKE_HADOOP))
                .containsEntry("fs.azure.account.auth.type", "OAuth")
                .hasSize(5);
    }

    @Test
    void theLayoutsOfTheDocumentationAreReadWhereverTheyLie() {
        Path example = Path.of("../docs/camera-layouts.example.json").toAbsolutePath();

        CameraLayouts byPath =
                JobConf.of("--camera.layouts", example.toString()).cameraLayouts();
        CameraLayouts byUri =
                JobConf.of("--camera.layouts", example.toUri().toString()).cameraLayouts();

        assertThat(byPath.cameras()).containsOnlyKeys("entrance-1", "corridor-2");
        assertThat(byUri).isEqualTo(byPath);
        assertThat(JobConf.of().cameraLayouts()).isEqualTo(CameraLayouts.NONE);
    }

    @Test
    void theClusterOpensWhatTheTestsOpen() throws IOException {
        Matcher opens = Pattern.compile("<flink.add-opens>(.*)</flink.add-opens>")
                .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(opens.find()).isTrue();
        assertThat(FOLDER.resolve("flink-config.yaml"))
                .content()
                .contains(opens.group(1).split(" "));
    }
}
