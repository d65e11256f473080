package io.crowdlake.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/model-bundles.md says what the code takes. */
class BundlePageTest {

    private static final Path PAGE = Path.of("../docs/model-bundles.md");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyExampleIsAManifest() throws IOException {
        List<String> examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples).hasSize(3);
        for (String example : examples) {
            ObjectNode manifest = (ObjectNode) MAPPER.readTree(example);
            ObjectNode files = manifest.putObject("files");
            for (String file : List.of("detector.pt", "attributes.pt")) {
                files.set(file, MAPPER.valueToTree(BundleFile.of(new byte[1])));
            }
            assertThat(ManifestReader.readStrictly(MAPPER.writeValueAsBytes(manifest))
                            .modelVersion())
                    .isNotBlank();
        }
    }

    @Test
    void everyFieldIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        List<Class<?>> objects = List.of(
                BundleManifest.class,
                BundleFile.class,
                DetectorSettings.class,
                AttributeSettings.class,
                EmbeddingSettings.class,
                DetectorInput.class,
                PixelFormat.class,
                DetectorOutput.Boxes.class,
                DetectorOutput.Anchors.class,
                DetectorOutput.Grid.class,
                AttributeOutput.class,
                AttributeOutput.Scores.class,
                AttributeOutput.Years.class);

        assertThat(objects.stream()
                        .flatMap(object -> Arrays.stream(object.getRecordComponents()))
                        .map(RecordComponent::getName))
                .allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }
}
