package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the built-in model, on a picture without anybody. */
class ModelEvaluateCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTablesAndDraws() throws IOException {
        data();
        Path picture = folder.resolve("drawn.png");
        assertThat(run("--set", "boxes", "--data", folder.toString(), "--picture", picture.toString()))
                .isZero();
        assertThat(text()).contains("AP50", "by size of the face", "1 measured of 1 labelled");
        assertThat(ImageIO.read(picture.toFile())).isNotNull();
    }

    @Test
    void printsOneJsonObjectAndNothingElse() throws IOException {
        data();
        assertThat(run("--set", "BOXES", "--data", folder.toString(), "--json", "--precision", "fp32"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(text());
        assertThat(json.path("set").asText()).isEqualTo("boxes");
        assertThat(json.path("model").path("precision").asText()).isEqualTo("fp32");
        assertThat(json.path("faceless").path("frames").asInt()).isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("boxes.json", "empty.png");
    }

    @Test
    void mistakesAreOneLineBeforeAnythingIsMeasured() throws IOException {
        data();
        String data = folder.toString();
        assertFails(1, "--data " + folder.resolve("none") + " does not exist", "boxes", "none");
        assertFails(1, "holds no labels.csv", "faces", "");
        assertFails(2, "--limit is 0, must be above 0", "boxes", "", "--limit", "0");
        assertFails(2, "--picture is drawn.jpg, must end with .png", "boxes", "", "--picture", "drawn.jpg");
        assertFails(1, "there is no folder", "boxes", "", "--picture", data + "/none/drawn.png");
        assertFails(2, "--set", "people", "");
        assertFails(2, "--precision", "boxes", "", "--precision", "fp64");
        Files.writeString(folder.resolve("boxes.json"), "{\"empty.png\": {\"boxes_x1y1x2y2score\": [[[1, 2]]]}}");
        assertFails(1, "boxes.json: \"empty.png\" frame 1, box 1 is [1,2], must be", "boxes", "");
    }

    private void assertFails(int code, String message, String set, String below, String... more) {
        err.getBuffer().setLength(0);
        String[] arguments = new String[4 + more.length];
        System.arraycopy(
                new String[] {"--set", set, "--data", folder.resolve(below).toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(run(arguments)).isEqualTo(code);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
        assertThat(text()).isEmpty();
    }

    private void data() throws IOException {
        ImageIO.write(
                new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR),
                "png",
                folder.resolve("empty.png").toFile());
        Files.writeString(folder.resolve("boxes.json"), "{\"empty.png\": {\"boxes_x1y1x2y2score\": [[]]}}");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        String[] command = new String[2 + arguments.length];
        command[0] = "model";
        command[1] = "evaluate";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CommandLine commandLine = CrowdCommand.commandLine();
            commandLine.setErr(new PrintWriter(err, true));
            return commandLine.execute(command);
        } finally {
            System.setOut(before);
        }
    }
}
