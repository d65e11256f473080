package io.crowdlake.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.Lens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTest {

    @TempDir
    Path folder;

    @Test
    void facesAreSquareLabelledAndOfEveryKind() throws IOException {
        new DatasetWriter(folder, 4).writeFaces(150);
        List<String> lines = Files.readAllLines(folder.resolve("faces/labels.csv"));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",")).toList();

        assertThat(lines.get(0)).isEqualTo("file,age,gender,emotion,x1,y1,x2,y2");
        assertThat(rows).hasSize(150);
        for (String[] row : rows) {
            BufferedImage image =
                    ImageIO.read(folder.resolve("faces").resolve(row[0]).toFile());
            assertThat(image.getWidth()).isEqualTo(96);
            assertThat(image.getHeight()).isEqualTo(96);
            double longer = Math.max(number(row[6]) - number(row[4]), number(row[7]) - number(row[5]));
            assertThat(longer).as("the face takes 1/1.6 of the crop").isBetween(59.9, 60.1);
            assertThat(Gender.valueOf(row[2].toUpperCase(Locale.ROOT))).isNotEqualTo(Gender.UNKNOWN);
        }
        assertThat(values(rows, 3)).hasSize(Emotion.values().length - 1);
        assertThat(rows.stream().map(row -> AgeBand.ofYears(number(row[1]))).collect(Collectors.toSet()))
                .hasSize(AgeBand.values().length - 1);
    }

    @Test
    void aPersonIsSeenSeveralTimesAndNeverTheSame() throws IOException {
        new DatasetWriter(folder, 4).writePeople(3);
        List<String[]> rows = Files.readAllLines(folder.resolve("people/labels.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();

        assertThat(rows.stream().collect(Collectors.groupingBy(row -> row[1], Collectors.counting())))
                .isEqualTo(Map.of("0", 8L, "1", 8L, "2", 8L));
        for (String[] row : rows) {
            assertThat(Files.size(folder.resolve("people").resolve(row[0]))).isPositive();
            assertThat(number(row[4]) - number(row[2])).isPositive();
        }
    }

    @Test
    void framesComeWithBoxesInsideThem() throws IOException {
        new DatasetWriter(folder, 4).writeFrames(20);
        JsonNode entries =
                new ObjectMapper().readTree(folder.resolve("boxes/boxes.json").toFile());

        assertThat(entries).hasSize(20);
        int faces = 0;
        TreeSet<String> ids = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            BufferedImage image =
                    ImageIO.read(folder.resolve("boxes").resolve(entry.getKey()).toFile());
            JsonNode size = entry.getValue().get("size");
            assertThat(size.get(0).asInt()).isEqualTo(image.getWidth());
            assertThat(size.get(1).asInt()).isEqualTo(image.getHeight());
            JsonNode frames = entry.getValue().get("boxes_x1y1x2y2score");
            assertThat(frames).hasSize(1);
            for (JsonNode box : frames.get(0)) {
                faces++;
                assertThat(box.get(0).asDouble()).isBetween(0.0, box.get(2).asDouble());
                assertThat(box.get(1).asDouble()).isBetween(0.0, box.get(3).asDouble());
                assertThat(box.get(2).asDouble()).isLessThanOrEqualTo(image.getWidth());
                assertThat(box.get(3).asDouble()).isLessThanOrEqualTo(image.getHeight());
                assertThat(box.get(4).asDouble()).isIn(0.5, 0.9);
            }
            JsonNode people = entry.getValue().get("people").get(0);
            assertThat(people).as("one for each box").hasSameSizeAs(frames.get(0));
            people.forEach(person -> ids.add(person.asText()));
        }
        assertThat(faces).isGreaterThan(20);
        assertThat(ids).as("people are seen more than once").hasSizeBetween(2, faces - 1);
    }

    @Test
    void everyCrowdThatIsDrawnByChanceFitsIntoTheRoom() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            assertThat(DatasetWriter.rhythm(random).farthest()).isLessThanOrEqualTo(Lens.WALL);
        }
    }

    @Test
    void sameSeedWritesTheSameFiles() throws IOException {
        new DatasetWriter(folder.resolve("a"), 9).writeFaces(3);
        new DatasetWriter(folder.resolve("b"), 9).writeFaces(3);
        for (String file : List.of("labels.csv", "face-00000.jpg", "face-00002.jpg")) {
            assertThat(folder.resolve("a/faces").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b/faces").resolve(file));
        }
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(DatasetWriter.parse("--out", "x", "--faces", "5"))
                .containsEntry("--faces", "5")
                .containsEntry("--frames", "800");
        assertThatThrownBy(() -> DatasetWriter.parse("--faces", "5")).hasMessageContaining("--out is missing");
        assertThatThrownBy(() -> DatasetWriter.parse("--out", "x", "--faces", "many"))
                .hasMessageContaining("--faces is many");
        assertThatThrownBy(() -> DatasetWriter.parse("--outs", "x")).hasMessageContaining("--outs");
    }

    private static TreeSet<String> values(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
