package io.crowdlake.stack.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.inference.AnalyzerSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the built-in model, on pictures without people. */
class FileAnalysisTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsALineForEachFrameOfPicturesAndFolders() throws IOException {
        Path single = picture("single.jpg", "jpg");
        Path png = picture("drawing.png", "png");
        Path series = Files.createDirectory(folder.resolve("series"));
        Files.copy(single, series.resolve("1.jpg"));
        Files.copy(single, series.resolve("2.jpg"));
        Path annotated = folder.resolve("annotated");

        assertThat(run(annotated, single, png, series)).isTrue();

        List<String> lines = text(out).lines().toList();
        assertThat(lines).hasSize(4);
        FrameAnalysis first = JsonCodec.read(lines.get(0).getBytes(StandardCharsets.UTF_8), FrameAnalysis.class);
        assertThat(first.deviceId()).isEqualTo("single");
        assertThat(first.frameWidth()).isEqualTo(320);
        FrameAnalysis last = JsonCodec.read(lines.get(3).getBytes(StandardCharsets.UTF_8), FrameAnalysis.class);
        assertThat(last.deviceId()).isEqualTo("series");
        assertThat(last.sequence()).isEqualTo(1);
        assertThat(annotated.toFile().list())
                .containsExactlyInAnyOrder(
                        "single.jpg", "drawing-000000.jpg", "series-000000.jpg", "series-000001.jpg");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void goesOnAfterBadFiles() throws IOException {
        Path good = picture("good.jpg", "jpg");
        byte[] whole = Files.readAllBytes(good);
        Path truncated = Files.write(folder.resolve("truncated.jpg"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.txt"), "no picture");

        assertThat(run(null, truncated, text, folder.resolve("missing.gif"), good))
                .isFalse();

        List<String> lines = text(out).lines().toList();
        assertThat(lines).hasSize(2);
        DeadLetter deadLetter = JsonCodec.read(lines.get(0).getBytes(StandardCharsets.UTF_8), DeadLetter.class);
        assertThat(deadLetter.reason()).isEqualTo(DeadLetterReason.IMAGE_INVALID);
        assertThat(deadLetter.deviceId()).isEqualTo("truncated");
        assertThat(text(err).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("text.txt"))
                .anyMatch(line -> line.contains("missing.gif does not exist"));
    }

    private boolean run(Path annotated, Path... inputs) {
        AnalyzerSettings settings = AnalyzerSettings.defaults();
        AnnotatedPictures pictures =
                annotated == null ? null : new AnnotatedPictures(annotated, settings.maxPixels(), CameraLayouts.NONE);
        return new FileAnalysis(
                        settings,
                        pictures,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(Arrays.stream(inputs).map(Path::toString).toList());
    }

    private Path picture(String name, String format) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, 320, 240);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
