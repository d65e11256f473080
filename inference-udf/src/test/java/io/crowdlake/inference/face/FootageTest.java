package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.bundle.ModelBundle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The built-in bundle on real pictures, where they are: {@code -Dcrowdlake.data=FOLDER}, or shared/data beside the checkout. */
class FootageTest {

    private static final Path DATA = Path.of(System.getProperty("crowdlake.data", "../../shared/data"));

    @Test
    void seesThePeopleWhoWalkIn() throws IOException, AnalysisException {
        try (FaceAnalyzer analyzer = builtIn()) {
            List<DetectedFace> faces = faces(analyzer, gifFrame("footage/face-demographics-walking-and-pause.gif", 40));

            assertThat(faces).hasSizeBetween(2, 3);
            assertThat(faces).allSatisfy(face -> {
                assertThat(face.box().height()).isBetween(0.1, 0.5);
                assertThat(face.attributes().ageYears()).isBetween(15.0, 70.0);
            });
        }
    }

    @Test
    void countsAGroupAboutRight() throws IOException, AnalysisException {
        Path photo = present("photos/10.jpg");
        try (FaceAnalyzer analyzer = builtIn()) {
            List<DetectedFace> faces = analyzer.faces(analyzer.decode(Files.readAllBytes(photo)));

            assertThat(faces).as("19 people sit and stand there").hasSizeBetween(15, 24);
        }
    }

    @Test
    void seesNobodyWhereThereIsNobody() throws IOException, AnalysisException {
        try (FaceAnalyzer analyzer = builtIn()) {
            assertThat(faces(analyzer, gifFrame("footage/bottle-detection.gif", 5)))
                    .hasSizeLessThan(2);
        }
    }

    private static FaceAnalyzer builtIn() {
        return FaceAnalyzer.open(ModelBundle.load(AnalyzerSettings.BUILT_IN_BUNDLE), AnalyzerSettings.defaults());
    }

    private static List<DetectedFace> faces(FaceAnalyzer analyzer, BufferedImage picture) throws AnalysisException {
        return analyzer.faces(analyzer.decode(Pictures.jpeg(picture)));
    }

    private static Path present(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not here; set -Dcrowdlake.data");
        return file;
    }

    /** A frame of an animation whose frames hold only what has changed since the one before. */
    private static BufferedImage gifFrame(String name, int index) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream =
                ImageIO.createImageInputStream(present(name).toFile())) {
            reader.setInput(stream);
            BufferedImage first = reader.read(0);
            BufferedImage canvas = Pictures.black(first.getWidth(), first.getHeight());
            for (int i = 0; i <= index; i++) {
                int left = Integer.parseInt(attribute(reader, i, "imageLeftPosition"));
                int top = Integer.parseInt(attribute(reader, i, "imageTopPosition"));
                canvas.getGraphics().drawImage(reader.read(i), left, top, null);
            }
            return canvas;
        } finally {
            reader.dispose();
        }
    }

    private static String attribute(ImageReader reader, int index, String name) throws IOException {
        return ((Element) reader.getImageMetadata(index)
                        .getAsTree("javax_imageio_gif_image_1.0")
                        .getFirstChild())
                .getAttribute(name);
    }
}
