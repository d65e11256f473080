package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.inference.TinyBundle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the tiny bundle, which takes a bright square for a face and reads the age from its blue: here 31.4 years. */
class AnalyzeCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void draw() throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(136, 230, 80));
        canvas.fillRect(40, 30, 60, 60);
        canvas.dispose();
        ImageIO.write(image, "png", picture().toFile());
    }

    @Test
    void runsTheFilesOfThePrecision() throws IOException {
        // The quantised network tells years in steps of four.
        assertThat(analyze()).as("by default").isEqualTo(32);
        assertThat(analyze("--precision", "int8")).isEqualTo(32);
        assertThat(analyze("--precision", "fp32")).isCloseTo(31.4, within(0.4));
    }

    @Test
    void namesThePrecisionsThereAre() {
        assertThat(run("--precision", "fp16")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--precision", "fp16", "int8", "fp32")
                .doesNotContain("\tat ");
        assertThat(out.size()).isZero();
    }

    @Test
    void aBundleThatIsNotThereIsOneLine() {
        assertThat(run("--model", "/no/such/bundle")).isEqualTo(1);
        assertThat(err.toString().strip().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("/no/such/bundle"));
    }

    /** The years of the one face. */
    private double analyze(String... options) throws IOException {
        out.reset();
        String[] arguments = new String[options.length + 2];
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[0] = "--model";
        arguments[1] = TinyBundle.URI;
        assertThat(run(arguments)).as(err.toString()).isZero();
        List<DetectedFace> faces =
                JsonCodec.read(out.toByteArray(), FrameAnalysis.class).faces();
        assertThat(faces).hasSize(1);
        return faces.get(0).attributes().ageYears();
    }

    private int run(String... options) {
        String[] command = new String[options.length + 2];
        System.arraycopy(options, 0, command, 1, options.length);
        command[0] = "analyze";
        command[command.length - 1] = picture().toString();
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

    private Path picture() {
        return folder.resolve("picture.png");
    }
}
