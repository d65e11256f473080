package io.crowdlake.benchmark.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.image.FaceCrop;
import io.crowdlake.inference.image.JpegDecoder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * With the networks and the jar, where they are: {@code -Dcrowdlake.baseline=FOLDER -Dcrowdlake.onnxruntime=JAR}, and photos in
 * {@code -Dcrowdlake.data=FOLDER} or shared/data beside the checkout.
 */
class BaselineNetworksTest {

    private static final Path DATA = Path.of(System.getProperty("crowdlake.data", "../../shared/data"));

    @Test
    void withoutOnnxruntimeItSaysHowToStart() {
        assertThatThrownBy(() -> new OnnxRuntime(BaselineNetworks.class.getClassLoader()))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("./crowd bench inference --baseline DIR");
    }

    @Test
    void seesAndDescribesThePeopleOfAPhoto() throws IOException, AnalysisException {
        Path folder = present(System.getProperty("crowdlake.baseline", ""), "crowdlake.baseline");
        Path jar = present(System.getProperty("crowdlake.onnxruntime", ""), "crowdlake.onnxruntime");
        Path photo = present(DATA.resolve("photos/10.jpg").toString(), "crowdlake.data");
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
                BaselineNetworks networks = new BaselineNetworks(new BaselineFolder(folder), new OnnxRuntime(loader));
                JpegDecoder decoder = new JpegDecoder(AnalyzerSettings.DEFAULT_MAX_PIXELS)) {
            BgrImage image = decoder.decode(Files.readAllBytes(photo));

            List<FaceBox> faces = networks.detector().detect(image);
            FaceApi.Answers answers = networks.attributes().describe(crops(image, faces), faces.size());

            assertThat(faces).as("19 people sit and stand there").hasSizeBetween(15, 22);
            assertThat(answers.ages()).hasSize(faces.size());
            for (float age : answers.ages()) {
                assertThat(age).isBetween(10f, 80f);
            }
            assertThat(answers.genders()).hasSize(2 * faces.size());
            assertThat(answers.genders()[0] + answers.genders()[1]).isCloseTo(1, within(1e-4f));
            assertThat(answers.expressions()).hasSize(7 * faces.size());
        }
    }

    private static byte[] crops(BgrImage image, List<FaceBox> faces) {
        FaceCrop crop = new FaceCrop(FaceApi.INPUT_SIZE);
        byte[] crops = new byte[faces.size() * crop.bytes()];
        for (int i = 0; i < faces.size(); i++) {
            FaceBox box = faces.get(i);
            crop.cut(image, box.centerX(), box.centerY(), box.longerSide(), crops, i * crop.bytes());
        }
        return crops;
    }

    private static Path present(String file, String property) {
        assumeTrue(!file.isEmpty() && Files.exists(Path.of(file)), () -> "set -D" + property);
        return Path.of(file);
    }
}
