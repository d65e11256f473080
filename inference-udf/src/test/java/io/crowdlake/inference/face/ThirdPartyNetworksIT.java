package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.bundle.BundleImport;
import io.crowdlake.inference.bundle.BundleWriter;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.image.BgrImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Networks of others, imported with a declared input and output, find what they find elsewhere. Needs {@code -Dcrowdlake.python=PYTHON} (one
 * that has training/requirements.txt) and the data folder; training/third_party.py makes the networks.
 */
class ThirdPartyNetworksIT {

    private static final Path DATA = Path.of(System.getProperty("crowdlake.data", "../../shared/data"));
    private static final String PYTHON = System.getProperty("crowdlake.python", "");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double SURE = 0.6;

    @TempDir
    static Path folder;

    private static JsonNode frames;
    private static JsonNode truth;

    @BeforeAll
    static void exportNetworks() throws IOException, InterruptedException {
        assumeTrue(!PYTHON.isEmpty(), "no Python is named; set -Dcrowdlake.python to one that has torch and onnx");
        assumeTrue(Files.isDirectory(DATA.resolve("teachers")), () -> DATA + " is not here; set -Dcrowdlake.data");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        PYTHON, "training/third_party.py", "--data", DATA.toString(), "--out", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> read(log)).isZero();
        frames = MAPPER.readTree(folder.resolve("expected.json").toFile());
        truth = MAPPER.readTree(DATA.resolve("footage/boxes.json").toFile());
    }

    @ParameterizedTest
    @CsvSource({"yunet,yunet,0.5,0.002", "rfb-boxes,rfb,2,0.05", "rfb-anchors,rfb,2,0.05"})
    void findsTheSameBoxesAsOnnxRuntime(String network, String reference, double pixels, double score)
            throws IOException {
        // RFB's pictures are made smaller, which OpenCV and we round differently; YuNet's are the same to the last bit.
        try (FaceAnalyzer analyzer = imported(network)) {
            assertThat(frames).hasSizeGreaterThan(10);
            for (JsonNode frame : frames) {
                List<FaceBox> found = analyzer.detect(image(frame));
                List<FaceBox> expected = boxes(frame.get(reference));
                assertThat(found).as("%s", frame.get("picture")).hasSameSizeAs(expected);
                for (FaceBox one : expected) {
                    FaceBox nearest = nearest(found, one);
                    assertThat(distance(nearest, one))
                            .as("%s for %s", nearest, one)
                            .isLessThan(pixels);
                    assertThat(Math.abs(nearest.score() - one.score()))
                            .as("%s for %s", nearest, one)
                            .isLessThan(score);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"yunet,0.95,0.75", "rfb-boxes,0.9,0.5", "rfb-anchors,0.9,0.5"})
    void findsTheFacesOfTheClips(String network, double leastRecall, double leastOverlap) throws IOException {
        int there = 0;
        List<Double> overlaps = new ArrayList<>();
        int found = 0;
        try (FaceAnalyzer analyzer = imported(network)) {
            for (JsonNode frame : frames) {
                List<FaceBox> detected = analyzer.detect(image(frame));
                found += detected.size();
                JsonNode labels = truth.get(frame.get("clip").asText())
                        .get("boxes_x1y1x2y2score")
                        .get(frame.get("frame").asInt());
                for (FaceBox face : boxes(labels)) {
                    if (face.score() > SURE) {
                        there++;
                        double overlap = detected.stream()
                                .mapToDouble(face::overlap)
                                .max()
                                .orElse(0);
                        if (overlap >= leastOverlap) {
                            overlaps.add(overlap);
                        }
                    }
                }
            }
        }
        System.out.printf(
                "%s: %d of %d faces found, mean overlap %.2f, %d boxes in all%n",
                network,
                overlaps.size(),
                there,
                overlaps.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                found);
        assertThat((double) overlaps.size() / there).as("recall").isGreaterThanOrEqualTo(leastRecall);
        assertThat(found).as("boxes, false ones included").isLessThanOrEqualTo(there + 2);
    }

    @Test
    void decodingInJavaAndInTheNetworkIsTheSame() throws IOException {
        try (FaceAnalyzer outside = imported("rfb-anchors");
                FaceAnalyzer inside = imported("rfb-boxes")) {
            for (JsonNode frame : frames) {
                List<FaceBox> decoded = outside.detect(image(frame));
                List<FaceBox> given = inside.detect(image(frame));
                assertThat(decoded).hasSameSizeAs(given);
                for (int i = 0; i < given.size(); i++) {
                    assertThat(distance(decoded.get(i), given.get(i))).isLessThan(0.01);
                    assertThat(decoded.get(i).score()).isCloseTo(given.get(i).score(), within(1e-4));
                }
            }
        }
    }

    @Test
    void saysWhatTheAttributeNetworkKnowsAndNothingElse() throws IOException {
        try (FaceAnalyzer analyzer = imported("yunet")) {
            for (JsonNode frame : frames) {
                BgrImage image = image(frame);
                List<FaceBox> boxes = boxes(frame.get("yunet"));
                List<FaceProbabilities> described = analyzer.probabilities(analyzer.crop(image, boxes), boxes.size());
                for (int i = 0; i < boxes.size(); i++) {
                    JsonNode expected = frame.get("years_female").get(i);
                    FaceProbabilities face = described.get(i);
                    assertThat(face.years()).isCloseTo(expected.get(0).asDouble(), within(3.0));
                    assertThat(face.genders().get(Gender.FEMALE))
                            .isCloseTo(expected.get(1).asDouble(), within(0.1));
                    FaceAttributes attributes = face.attributes(0.6);
                    assertThat(attributes.ageBand()).isEqualTo(AgeBand.ofYears(attributes.ageYears()));
                    assertThat(attributes.emotion()).isEqualTo(Emotion.UNKNOWN);
                    assertThat(attributes.emotionConfidence()).isZero();
                }
            }
        }
    }

    @Test
    void tellsTheWomanFromTheMan() throws IOException {
        try (FaceAnalyzer analyzer = imported("yunet")) {
            for (JsonNode frame : frames) {
                if (frame.get("clip").asText().startsWith("face-demographics")) {
                    List<DetectedFace> faces = new ArrayList<>(analyzer.faces(image(frame)));
                    faces.sort(Comparator.comparingDouble(face -> face.box().x()));
                    assertThat(faces).hasSize(3);
                    assertThat(faces.get(0).attributes().gender()).isEqualTo(Gender.FEMALE);
                    assertThat(faces.get(1).attributes().gender()).isEqualTo(Gender.MALE);
                }
            }
        }
    }

    private static FaceAnalyzer imported(String network) {
        Path out = folder.resolve("bundles").resolve(network + ".zip");
        if (!Files.exists(out)) {
            BundleWriter.write(BundleImport.read(folder.resolve(network).resolve("manifest.json"), List.of()), out);
        }
        return FaceAnalyzer.open(ModelBundle.load(out.toString()), AnalyzerSettings.defaults());
    }

    private static BgrImage image(JsonNode frame) throws IOException {
        return Pictures.read(folder.resolve(frame.get("picture").asText()));
    }

    private static List<FaceBox> boxes(JsonNode rows) {
        List<FaceBox> boxes = new ArrayList<>();
        for (JsonNode row : rows) {
            boxes.add(new FaceBox(
                    row.get(0).asDouble(),
                    row.get(1).asDouble(),
                    row.get(2).asDouble(),
                    row.get(3).asDouble(),
                    row.get(4).asDouble()));
        }
        return boxes;
    }

    private static FaceBox nearest(List<FaceBox> boxes, FaceBox one) {
        return boxes.stream()
                .min(Comparator.comparingDouble(box -> distance(box, one)))
                .orElseThrow();
    }

    /** The largest distance of two edges, in pixels. */
    private static double distance(FaceBox one, FaceBox other) {
        return Math.max(
                Math.max(Math.abs(one.left() - other.left()), Math.abs(one.top() - other.top())),
                Math.max(Math.abs(one.right() - other.right()), Math.abs(one.bottom() - other.bottom())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
