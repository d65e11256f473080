package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.evaluation.metric.Proportion;
import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.EmotionReport;
import io.crowdlake.evaluation.report.EvaluationReport;
import io.crowdlake.evaluation.report.FacesReport;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.bundle.BundleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labelled files to figures, with the tiny bundle on pictures drawn for it. */
class EvaluationTest {

    @TempDir
    Path folder;

    private final List<String> progress = new ArrayList<>();

    @Test
    void faces() throws IOException {
        portraits();
        labels("file,age,gender,race\nwoman.png,30-39,Female,A\nman.jpg,more than 70,male,B\nwoman.png,3-9,Male,B\n"
                + "missing.png,20-29,Male,A\nbroken.jpg,20-29,Male,A\n");

        FacesReport report = (FacesReport) run(EvaluationSet.FACES, Long.MAX_VALUE);

        assertThat(report.model().version()).isEqualTo("tiny 1.0");
        assertThat(report.counts().labelled()).isEqualTo(5);
        assertThat(report.counts().measured()).isEqualTo(3);
        assertThat(report.counts().problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).isEqualTo("missing.png is missing"))
                .anySatisfy(problem -> assertThat(problem).startsWith("broken.jpg is unreadable"));
        assertThat(report.detection().notDetected()).isEqualTo(Proportion.of(0, 3));
        assertThat(report.gender().accuracy()).isEqualTo(Proportion.of(2, 3));
        assertThat(report.age().confusion().truths()).containsExactly("3-9", "30-39", "70+");
        assertThat(report.age().band()).isEqualTo(Proportion.of(2, 3));
        // 31.4 of 35, 65.1 of 78, 31.4 of 6.5
        assertThat(report.age().errorYears().value()).isBetween(13.0, 15.0);
        assertThat(progress).hasSize(5).last().isEqualTo("5/5");
    }

    @Test
    void aFaceThatNobodySeesIsDescribedAllTheSame() throws IOException {
        Drawings.write(Drawings.black(60, 60), folder.resolve("dark.png"));
        labels("file,age,gender\ndark.png,0-2,Male\n");
        FacesReport report = (FacesReport) run(EvaluationSet.FACES, Long.MAX_VALUE);
        assertThat(report.detection().notDetected()).isEqualTo(Proportion.of(1, 1));
        assertThat(report.detection().noCandidate()).isEqualTo(Proportion.of(1, 1));
        assertThat(report.gender().accuracy()).as("no green is male").isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void emotion() throws IOException {
        portraits();
        labels("file,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
                + "woman.png,1,9,0,0,0,0,0,0,0,0\nman.jpg,0,0,0,8,2,0,0,0,0,0\nman.jpg,0,8,0,0,0,0,0,0,2,0\n"
                + "woman.png,5,5,0,0,0,0,0,0,0,0\nman.jpg,0,0,0,0,0,0,0,0,9,1\n");
        EmotionReport report = (EmotionReport) run(EvaluationSet.EMOTION, Long.MAX_VALUE);
        assertThat(report.counts().labelled()).isEqualTo(5);
        assertThat(report.counts().leftOut()).isEqualTo(2);
        assertThat(report.accuracy()).isEqualTo(Proportion.of(2, 3));
        assertThat(report.frequent()).containsExactly("happiness", "sadness");
        assertThat(report.meanRecallOfFrequent().value()).isEqualTo(0.75);
    }

    @Test
    void boxesOfClipsAndPictures() throws IOException {
        Drawings.writeGif(
                folder.resolve("clip.gif"),
                Drawings.withFace(Drawings.black(320, 240), 40, 30, 60, Drawings.HAPPY_WOMAN),
                Drawings.withFace(Drawings.black(320, 240), 200, 150, 50, Drawings.SAD_MAN),
                Drawings.black(320, 240));
        // The picture is twice as large as the size that its boxes belong to.
        Drawings.write(
                Drawings.withFace(Drawings.black(320, 240), 40, 30, 60, Drawings.HAPPY_WOMAN), folder.resolve("a.png"));
        Drawings.write(
                Drawings.withFace(Drawings.black(320, 240), 40, 30, 60, Drawings.HAPPY_WOMAN), folder.resolve("b.jpg"));
        boxes("""
                {"clip.gif": {"size": [320, 240], "frame_ms": 60, "boxes_x1y1x2y2score":
                   [[[40, 30, 100, 90, 0.9]], [[200, 150, 250, 200, 0.8], [10, 10, 40, 40, 0.2]], []]},
                 "a.png": {"size": [160, 120], "boxes_x1y1x2y2score": [[20, 15, 50, 45, 0.9], [120, 80, 130, 90, 0.9]]},
                 "b.jpg": {"boxes_x1y1x2y2score": []},
                 "gone.gif": {"boxes_x1y1x2y2score": [[]]}}
                """);

        BoxesReport report = (BoxesReport) run(EvaluationSet.BOXES, Long.MAX_VALUE);

        assertThat(report.counts().measured()).isEqualTo(5);
        assertThat(report.counts().problems()).containsExactly("gone.gif is missing");
        assertThat(report.faces()).isEqualTo(4);
        assertThat(report.atThreshold().recall()).isEqualTo(Proportion.of(3, 4));
        assertThat(report.atThreshold().precision()).isEqualTo(Proportion.of(3, 4));
        assertThat(report.faceless().frames()).isEqualTo(2);
        assertThat(report.faceless().boxes()).isEqualTo(1);
        assertThat(report.byFile().get(0).averagePrecision()).isEqualTo(1);
        assertThat(report.byFile().get(1).averagePrecision()).isEqualTo(0.5);
        assertThat(report.bySize().get(2).recall())
                .as("30 pixels of the labels, 60 of the picture")
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void sayWhereLabelsAndFramesDiffer() throws IOException {
        Drawings.writeGif(folder.resolve("clip.gif"), Drawings.black(64, 64), Drawings.black(64, 64));
        boxes("{\"clip.gif\": {\"boxes_x1y1x2y2score\": [[], [], []]}}");
        assertThat(run(EvaluationSet.BOXES, Long.MAX_VALUE).counts().problems())
                .containsExactly("clip.gif has only 2 frames, and 3 lists of boxes: the first 2 frames count");
        boxes("{\"clip.gif\": {\"boxes_x1y1x2y2score\": [[]]}}");
        assertThat(run(EvaluationSet.BOXES, Long.MAX_VALUE).counts().problems())
                .containsExactly("clip.gif has more frames, and 1 lists of boxes: the first 1 frames count");
    }

    @Test
    void theLimitCountsPicturesAndFrames() throws IOException {
        portraits();
        labels("file,age,gender\nwoman.png,30-39,Female\nman.jpg,60-69,Male\n");
        assertThat(run(EvaluationSet.FACES, 1).counts().measured()).isEqualTo(1);
        Drawings.writeGif(folder.resolve("clip.gif"), Drawings.black(64, 64), Drawings.black(64, 64));
        boxes("{\"clip.gif\": {\"boxes_x1y1x2y2score\": [[], []]}, \"woman.png\": {\"boxes_x1y1x2y2score\": [[]]}}");
        EvaluationReport two = run(EvaluationSet.BOXES, 2);
        assertThat(two.counts().measured()).isEqualTo(2);
        assertThat(two.counts().labelled()).isEqualTo(3);
        assertThat(two.counts().problems()).isEmpty();
    }

    @Test
    void whereNothingIsLeftItSaysWhy() throws IOException {
        labels("file,age,gender\na.png,30-39,Female\nb.png,60-69,Male\n");
        assertThatThrownBy(() -> run(EvaluationSet.FACES, Long.MAX_VALUE))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "--data " + folder + " has nothing that can be measured: a.png is missing (and 1 more like it);"
                                + " put the labelled files there");
    }

    @Test
    void whereEveryEmotionIsUnclearItSaysSo() throws IOException {
        portraits();
        labels("file,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
                + "woman.png,5,5,0,0,0,0,0,0,0,0\n");
        assertThatThrownBy(() -> run(EvaluationSet.EMOTION, Long.MAX_VALUE))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("has nothing that can be measured: no label counts");
    }

    @Test
    void boxesOfALargeClipAreInPixelsOfItsLabels() {
        // Four times the side that the tiny detector looks at, twice what a camera sends.
        Drawings.writeGif(
                folder.resolve("large.gif"),
                Drawings.withFace(Drawings.black(1280, 960), 160, 120, 240, Drawings.HAPPY_WOMAN));
        boxes("{\"large.gif\": {\"size\": [1280, 960], \"boxes_x1y1x2y2score\": [[[160, 120, 400, 360, 1]]]}}");
        BoxesReport report = (BoxesReport) run(EvaluationSet.BOXES, Long.MAX_VALUE);
        assertThat(report.atThreshold().recall()).isEqualTo(Proportion.of(1, 1));
        assertThat(report.bySize().get(5).recall()).as("240 pixels").isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void progressCountsUpToTheEnd() {
        Drawings.writeGif(folder.resolve("clip.gif"), Drawings.black(64, 64), Drawings.black(64, 64));
        boxes("{\"clip.gif\": {\"boxes_x1y1x2y2score\": [[], []]}}");
        EvaluationReport report = run(EvaluationSet.BOXES, Long.MAX_VALUE);
        assertThat(progress).containsExactly("1/2", "2/2");
        assertThat(report.speed().cpuSeconds()).isPositive();
    }

    @Test
    void labelsAreReadBeforeTheModel() {
        EvaluationSettings settings = new EvaluationSettings(
                EvaluationSet.FACES, folder, AnalyzerSettings.ofBundle("no/such/bundle"), Long.MAX_VALUE);
        assertThatThrownBy(() -> Evaluation.run(settings, (done, all) -> {}))
                .hasMessageContaining("holds no labels.csv");
        labels("file,age,gender\na.png,30-39,Female\n");
        assertThatThrownBy(() -> Evaluation.run(settings, (done, all) -> {})).isInstanceOf(BundleException.class);
    }

    @Test
    void thePrecisionIsThatOfTheSettings() throws IOException {
        portraits();
        labels("file,age,gender\nwoman.png,30-39,Female\n");
        EvaluationReport report = Evaluation.run(
                new EvaluationSettings(
                        EvaluationSet.FACES,
                        folder,
                        AnalyzerSettings.ofBundle(TinyBundle.URI).withPrecision(Precision.INT8),
                        10),
                (done, all) -> {});
        assertThat(report.model().precision()).isEqualTo(Precision.INT8);
        // The quantised file tells multiples of 4 years: 32, of a labelled middle of 35.
        assertThat(((FacesReport) report).age().errorYears().value()).isEqualTo(3);
    }

    private EvaluationReport run(EvaluationSet set, long limit) {
        progress.clear();
        AnalyzerSettings analyzer = AnalyzerSettings.ofBundle(TinyBundle.URI).withPrecision(Precision.FP32);
        return Evaluation.run(
                new EvaluationSettings(set, folder, analyzer, limit), (done, all) -> progress.add(done + "/" + all));
    }

    private void portraits() throws IOException {
        Drawings.write(Drawings.portrait(Drawings.HAPPY_WOMAN), folder.resolve("woman.png"));
        Drawings.write(Drawings.portrait(Drawings.SAD_MAN), folder.resolve("man.jpg"));
        Files.writeString(folder.resolve("broken.jpg"), "\u00ff\u00d8 no picture", StandardCharsets.ISO_8859_1);
    }

    private void labels(String text) {
        write("labels.csv", text);
    }

    private void boxes(String text) {
        write("boxes.json", text);
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
