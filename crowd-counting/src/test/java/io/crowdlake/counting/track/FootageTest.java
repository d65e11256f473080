package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.Faces;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.counting.window.WindowGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boxes that a detector found in real footage; the footage cannot be redistributed, so this skips where it is missing. */
class FootageTest {

    private static final Path BOXES =
            Path.of(System.getProperty("crowdlake.data", "../../shared/data"), "footage", "boxes.json");

    private JsonNode clips;

    @BeforeEach
    void read() throws IOException {
        Assumptions.assumeTrue(Files.exists(BOXES), "no footage at " + BOXES);
        clips = new ObjectMapper().readTree(BOXES.toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "face-demographics-walking-and-pause.gif, 1, 3",
        "face-demographics-walking-and-pause.gif, 3, 3",
        "face-demographics-walking-and-pause.gif, 12, 3",
        "head-pose-face-detection-female.gif, 1, 1",
        "head-pose-face-detection-female.gif, 3, 1",
        "bottle-detection.gif, 1, 0",
    })
    void countsTheVisitors(String clip, int everyNthFrame, int visitors) {
        BatchCount count = new BatchCount(
                TrackerParameters.ofVisitGap(Duration.ofSeconds(10)),
                new WindowGrid(Duration.ofHours(1), Duration.ZERO),
                Duration.ofSeconds(15));

        assertThat(count.count(frames(clips.get(clip), everyNthFrame)).visits()).hasSize(visitors);
    }

    private static List<FrameAnalysis> frames(JsonNode clip, int everyNthFrame) {
        double width = clip.get("size").get(0).asDouble();
        double height = clip.get("size").get(1).asDouble();
        double frameSeconds = clip.get("frame_ms").asDouble() / 1000;
        JsonNode boxes = clip.get("boxes_x1y1x2y2score");
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < boxes.size(); number += everyNthFrame) {
            List<DetectedFace> faces = new ArrayList<>();
            for (JsonNode box : boxes.get(number)) {
                double left = Math.max(0, box.get(0).asDouble() / width);
                double top = Math.max(0, box.get(1).asDouble() / height);
                double right = Math.min(1, box.get(2).asDouble() / width);
                double bottom = Math.min(1, box.get(3).asDouble() / height);
                faces.add(new DetectedFace(
                        new BoundingBox(left, top, right - left, bottom - top),
                        box.get(4).asDouble(),
                        FaceAttributes.UNKNOWN));
            }
            frames.add(Faces.frame(number, Faces.at(number * frameSeconds), faces.toArray(DetectedFace[]::new)));
        }
        return frames;
    }
}
