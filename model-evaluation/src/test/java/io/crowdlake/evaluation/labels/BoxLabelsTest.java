package io.crowdlake.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.evaluation.EvaluationException;
import io.crowdlake.inference.face.FaceBox;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxLabelsTest {

    @TempDir
    Path folder;

    @Test
    void sortsBoxesByTheirScore() {
        List<ClipLabel> clips = read("""
                {"clip.gif": {"size": [480, 270], "frame_ms": 60, "boxes_x1y1x2y2score": [
                  [[10, 20, 30, 40, 0.61], [50, 20, 70, 40, 0.6], [90, 20, 110, 40, 0.35], [130, 20, 150, 40, 0.34]],
                  []
                ]}}
                """);
        assertThat(clips)
                .containsExactly(new ClipLabel(
                        "clip.gif",
                        480,
                        270,
                        List.of(
                                new FrameLabel(
                                        List.of(new FaceBox(10, 20, 30, 40, 0.61)),
                                        List.of(new FaceBox(50, 20, 70, 40, 0.6), new FaceBox(90, 20, 110, 40, 0.35))),
                                new FrameLabel(List.of(), List.of()))));
    }

    @Test
    void aPictureMayHaveJustItsBoxesWithoutScoreAndSize() {
        assertThat(read("{\"a.jpg\": {\"boxes_x1y1x2y2score\": [[1, 2, 3, 4], [5, 6, 7, 8]]}}"))
                .containsExactly(new ClipLabel(
                        "a.jpg",
                        0,
                        0,
                        List.of(new FrameLabel(
                                List.of(new FaceBox(1, 2, 3, 4, 1), new FaceBox(5, 6, 7, 8, 1)), List.of()))));
    }

    @Test
    void whatLiesBeyondTheEdgeCannotBeFound() {
        assertThat(read("{\"a.jpg\": {\"size\": [100, 50], \"boxes_x1y1x2y2score\": [[[-5, 40, 20, 60, 0.9]]]}}")
                        .get(0)
                        .frames()
                        .get(0)
                        .faces())
                .containsExactly(new FaceBox(0, 40, 20, 50, 0.9));
    }

    @Test
    void clipsAreInTheOrderOfTheFile() {
        assertThat(read("""
                        {"b.gif": {"boxes_x1y1x2y2score": [[]]}, "a.gif": {"boxes_x1y1x2y2score": [[], []]},
                         "c.gif": {"boxes_x1y1x2y2score": []}}
                        """))
                .extracting(clip -> clip.file() + " " + clip.frames().size())
                .containsExactly("b.gif 1", "a.gif 2", "c.gif 0");
    }

    @Test
    void aSizeThatIsNullIsThatOfTheFile() {
        assertThat(read("{\"a.jpg\": {\"size\": null, \"boxes_x1y1x2y2score\": []}}"))
                .containsExactly(new ClipLabel("a.jpg", 0, 0, List.of()));
    }

    @Property
    void eachBoxIsAFaceIgnoredOrNothingByItsScore(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> scores) {
        FrameLabel label = FrameLabel.of(
                scores.stream().map(score -> new FaceBox(0, 0, 9, 9, score)).toList());
        assertThat(label.faces())
                .hasSize((int) scores.stream().filter(score -> score > 0.6).count());
        assertThat(label.ignored()).hasSize((int)
                scores.stream().filter(score -> score >= 0.35 && score <= 0.6).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\": [1 | line 1 is no JSON",
                "{\"a.gif\": {}, \"a.gif\": {}} | line 1 is no JSON: Duplicate field 'a.gif'",
                "[] | names no files",
                "{} | names no files",
                "{\"a.gif\": []} | \"a.gif\" has no list \"boxes_x1y1x2y2score\"",
                "{\"a.gif\": {\"boxes_x1y1x2y2score\": 7}} | \"a.gif\" has no list",
                "{\"a.gif\": {\"size\": [480], \"boxes_x1y1x2y2score\": []}} | \"a.gif\" has size [480], must be",
                "{\"a.gif\": {\"size\": 7, \"boxes_x1y1x2y2score\": []}} | \"a.gif\" has size 7, must be",
                "{\"a.gif\": {\"boxes_x1y1x2y2score\": [[], 3]}} | \"a.gif\" frame 2 is 3, must be a list",
                "{\"a.gif\": {\"boxes_x1y1x2y2score\": [[], [[1,2,3]]]}} | \"a.gif\" frame 2, box 1 is [1,2,3], must be",
                "{\"a.gif\": {\"boxes_x1y1x2y2score\": [[[5,2,3,4,1]]]}} | \"a.gif\" frame 1, box 1 is [5,2,3,4,1], must",
                "{\"a.gif\": {\"boxes_x1y1x2y2score\": [[[1,2,3,4,87]]]}} | with x1 < x2, y1 < y2 and a score within 0..1",
                "{\"a.gif\": {\"boxes_x1y1x2y2score\": [[[1,2,3,4,\"x\"]]]}} | frame 1, box 1 is [1,2,3,4,\"x\"]",
                "{\"a.gif\": {\"size\": [9, 9], \"boxes_x1y1x2y2score\": [[[20,2,30,4,1]]]}} | outside of the size [9, 9]"
            })
    void namesTheEntryThatMakesNoSense(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith(folder.resolve("boxes.json").toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysWhatIsMissingOnTheDisk() {
        assertThatThrownBy(() -> BoxLabels.read(folder))
                .hasMessageContaining("--data " + folder + " holds no boxes.json");
    }

    private List<ClipLabel> read(String json) {
        return BoxLabels.read(Folders.with(folder, "boxes.json", json));
    }
}
