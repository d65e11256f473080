package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.bundle.BundleWriter;
import io.crowdlake.inference.bundle.ModelBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the networks of the built-in bundle, as if they were somebody's own. */
class ModelImportCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private Path manifest;
    private Path out;

    private final StringWriter printed = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void layNetworksIntoAFolder() throws IOException {
        Path mine = folder.resolve("mine");
        BundleWriter.write(ModelBundle.load("classpath:/models/faces"), mine);
        manifest = mine.resolve("bundle.json");
        out = folder.resolve("out.zip");
        edit(json -> json.remove("files"));
    }

    @Test
    void whatIsImportedCanBeInspectedAndUsed() throws IOException {
        edit(json -> json.put("name", "mine").put("version", "7"));
        Files.writeString(manifest.resolveSibling("LICENSE.txt"), "free for all");

        assertThat(run("import", manifest.toString(), "--out", out.toString(), "--include", "LICENSE.txt"))
                .as(errors::toString)
                .isZero();
        assertThat(printed.toString()).contains("mine 7", "LICENSE.txt", "Use it with --model " + out);

        assertThat(run("inspect", out.toString())).as(errors::toString).isZero();
        assertThat(printed.toString())
                .contains("model       mine 7", "uint8 HWC BGR", "uint8 NHWC BGR", "fp32: detector.pt")
                .contains("rows of x1 y1 x2 y2", "genders female male (unknown below", "emotions anger contempt")
                .contains("The files are whole and the networks answer in the right shapes.");
    }

    @Test
    void jsonIsTheManifest() throws IOException {
        assertThat(run("inspect", "--json")).as(errors::toString).isZero();

        JsonNode json = MAPPER.readTree(printed.toString());
        assertThat(json.at("/name").asText()).isEqualTo("crowdlake-faces");
        assertThat(json.at("/detector/input/layout").asText()).isEqualTo("HWC");
        assertThat(json.at("/detector/output/kind").asText()).isEqualTo("rows");
        assertThat(json.at("/files/detector.pt/sha256").asText()).hasSize(64);
    }

    @Test
    void aDetectorAloneIsABundleThatCounts() throws IOException {
        edit(json -> {
            json.remove("attributes");
            json.remove("embedding");
        });

        assertThat(run("import", manifest.toString(), "--out", out.toString()))
                .as(errors::toString)
                .isZero();
        assertThat(printed.toString()).contains("attributes  none: faces are counted, nothing is said about them");
        assertThat(ModelBundle.load(out.toString()).manifest().files()).containsKey("detector.pt");
    }

    @Test
    void aMisspeltFieldIsOneLineAndNothingIsWritten() throws IOException {
        edit(json -> ((ObjectNode) json.get("detector")).putObject("ouput"));

        assertRefused("detector.ouput is no field of a bundle, must be one of candidateThreshold");
    }

    @Test
    void aNetworkThatAnswersOtherwiseIsOneLineAndNothingIsWritten() throws IOException {
        edit(json -> ((ObjectNode) json.get("detector")).putObject("output").put("kind", "boxes"));

        assertRefused("must give an output 1; export the network as the bundle format says, or declare its input");
    }

    @Test
    void aFileThatIsNoNetworkIsOneLineAndNothingIsWritten() throws IOException {
        Files.writeString(manifest.resolveSibling("detector.pt"), "import os; os.system('true')");

        assertRefused("detector.pt is no TorchScript file that the engine reads");
    }

    @Test
    void whatIsThereStays() throws IOException {
        Files.writeString(out, "precious");

        assertThat(run("import", manifest.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains(out + " is there already; remove it or name another place");
        assertThat(out).hasContent("precious");
    }

    private void assertRefused(String message) {
        assertThat(run("import", manifest.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(errors.toString().strip())
                .startsWith("crowd: ")
                .contains(message)
                .doesNotContain("\n");
        assertThat(out).doesNotExist();
    }

    private void edit(Consumer<ObjectNode> edit) throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(manifest.toFile());
        edit.accept(json);
        MAPPER.writeValue(manifest.toFile(), json);
    }

    private int run(String... arguments) {
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(errors, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "model";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }
}
