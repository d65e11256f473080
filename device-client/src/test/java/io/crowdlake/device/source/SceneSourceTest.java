package io.crowdlake.device.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.SceneOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneSourceTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final SceneOptions OPTIONS = SceneOptions.sparse(3).withSize(320, 240);

    @TempDir
    Path folder;

    @Test
    void givesPicturesAtTheSceneRate() throws IOException {
        try (SceneSource source = new SceneSource(OPTIONS, null)) {
            source.begin("camera-1", "boot", START);
            source.next();
            CapturedFrame second = source.next().orElseThrow();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(second.jpeg()));

            assertThat(second.position()).isEqualTo(Duration.ofMillis(200));
            assertThat(image.getWidth()).isEqualTo(320);
            assertThat(source.length()).isEmpty();
        }
    }

    @Test
    void writesWhoIsInTheFrames() throws IOException {
        play("camera-1", 200);
        List<JsonNode> lines = lines("camera-1.jsonl");
        List<JsonNode> frames = kind(lines, "frame");

        assertThat(lines.get(0).get("kind").asText()).isEqualTo("camera");
        assertThat(lines.get(0).get("device_id").asText()).isEqualTo("camera-1");
        assertThat(lines.get(0).get("started_at").asText()).isEqualTo(START.toString());
        assertThat(frames).hasSize(200);
        assertThat(frames.get(10).get("sequence").asLong()).isEqualTo(10);
        assertThat(Instant.parse(frames.get(10).get("captured_at").asText())).isEqualTo(START.plusSeconds(2));
        List<String> people = kind(lines, "person").stream()
                .map(person -> person.get("person_id").asText())
                .toList();
        assertThat(people).isNotEmpty().doesNotHaveDuplicates();
        for (JsonNode frame : frames) {
            for (JsonNode face : frame.get("faces")) {
                assertThat(people).contains(face.get("person_id").asText());
                assertThat(face.get("x").asDouble() + face.get("width").asDouble())
                        .isBetween(0.0, 1.001);
            }
        }
        for (JsonNode person : kind(lines, "person")) {
            assertThat(Instant.parse(person.get("entered_at").asText()))
                    .isBefore(Instant.parse(person.get("left_at").asText()));
        }
    }

    @Test
    void theNextStartAppends() throws IOException {
        play("camera-1", 3);
        play("camera-1", 4);

        assertThat(kind(lines("camera-1.jsonl"), "camera")).hasSize(2);
        assertThat(kind(lines("camera-1.jsonl"), "frame")).hasSize(7);
    }

    @Test
    void aLargeFileIsPutAside() throws IOException {
        try (TruthFile truth = new TruthFile(folder.resolve("x.jsonl"), 2000)) {
            truth.camera("x", "boot", START, OPTIONS);
            for (int i = 0; i < 60; i++) {
                truth.frame(new FrameTruth(i, Duration.ofSeconds(i), List.of(), 0));
            }
        }
        assertThat(lines("x.jsonl").get(0).get("kind").asText()).isEqualTo("camera");
        assertThat(Files.size(folder.resolve("x.jsonl"))).isLessThan(2600);
        assertThat(Files.size(folder.resolve("x.jsonl.1"))).isBetween(2000L, 2600L);
    }

    private void play(String device, int frames) throws IOException {
        try (SceneSource source = new SceneSource(OPTIONS, folder)) {
            source.begin(device, "boot", START);
            for (int i = 0; i < frames; i++) {
                source.next();
            }
        }
    }

    private static List<JsonNode> kind(List<JsonNode> lines, String kind) {
        return lines.stream()
                .filter(line -> line.get("kind").asText().equals(kind))
                .toList();
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
