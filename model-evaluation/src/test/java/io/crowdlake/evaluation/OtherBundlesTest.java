package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.evaluation.metric.PrecisionRecall;
import io.crowdlake.evaluation.metric.Proportion;
import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.EvaluationReport;
import io.crowdlake.evaluation.report.FacesReport;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles of others, which may know less than ours, or be sure at other scores. */
class OtherBundlesTest {

    @TempDir
    Path data;

    @TempDir
    Path bundle;

    @Test
    void aDetectorAloneIsMeasuredOnBoxes() throws IOException {
        boxes();
        BoxesReport report = (BoxesReport) run(EvaluationSet.BOXES, manifest -> manifest.remove("attributes"));
        assertThat(report.atThreshold().recall()).isEqualTo(Proportion.of(1, 1));
        assertThat(report.model().genderThreshold()).isNull();
        assertThat(report.model().scoreThreshold()).isEqualTo(0.5);
    }

    @Test
    void aDetectorAloneSaysWhatElseCanBeMeasured() throws IOException {
        portrait("file,age,gender\nwoman.png,30-39,Female\n");
        assertThatThrownBy(() -> run(EvaluationSet.FACES, manifest -> manifest.remove("attributes")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining(bundle.toString())
                .hasMessageEndingWith(
                        " has no attribute network: measure its detector with --set boxes, or name another bundle");
    }

    @Test
    void aNetworkThatTellsNoEmotionsIsNotMeasuredOnThem() throws IOException {
        portrait("file,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
                + "woman.png,0,9,0,0,0,0,0,0,0,0\n");
        assertThatThrownBy(() -> run(EvaluationSet.EMOTION, OtherBundlesTest::ageAndGenderOnly))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith(" tells no emotions: measure one that does, or another --set");
    }

    @Test
    void aNetworkThatTellsNoEmotionsIsMeasuredOnAgeAndGender() throws IOException {
        portrait("file,age,gender\nwoman.png,30-39,Female\n");
        FacesReport report = (FacesReport) run(EvaluationSet.FACES, OtherBundlesTest::ageAndGenderOnly);
        assertThat(report.gender().accuracy()).isEqualTo(Proportion.of(1, 1));
        assertThat(report.age().errorYears().of()).isEqualTo(1);
    }

    @Test
    void precisionAndRecallAreThoseOfTheBundlesThreshold() throws IOException {
        boxes();
        BoxesReport sure = (BoxesReport) run(EvaluationSet.BOXES, manifest -> threshold(manifest, 0.95));
        assertThat(sure.atThreshold().score()).isEqualTo(0.95);
        assertThat(sure.atThreshold().recall()).as("the face has 0.9").isEqualTo(Proportion.of(0, 1));
        assertThat(sure.averagePrecision().value()).as("whatever the threshold").isEqualTo(1);
        assertThat(sure.atScores().get(6).recall()).isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void theCurveGoesOnBelowTheThreshold() throws IOException {
        boxes();
        BoxesReport report = (BoxesReport) run(EvaluationSet.BOXES, manifest -> {});
        // The tiny detector gives a second box with 0.3, which is no face.
        assertThat(report.curve().stream().map(PrecisionRecall.Point::precision))
                .startsWith(1.0)
                .endsWith(0.5);
        assertThat(report.atThreshold().precision()).isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aFaceThatTheBundleIsNotSureOfCountsAsNotDetected() throws IOException {
        portrait("file,age,gender\nwoman.png,30-39,Female\n");
        FacesReport report = (FacesReport) run(EvaluationSet.FACES, manifest -> threshold(manifest, 0.95));
        assertThat(report.detection().notDetected()).isEqualTo(Proportion.of(1, 1));
        assertThat(report.detection().noCandidate()).isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void aPictureThatIsTooLargeForTheDecoderIsAProblem() throws IOException {
        portrait("file,age,gender\nwoman.png,30-39,Female\nsmall.png,30-39,Female\n");
        Drawings.write(Drawings.black(20, 20), data.resolve("small.png"));
        AnalyzerSettings few = TinyBundle.settings().withMaxPixels(1000);
        EvaluationReport report =
                Evaluation.run(new EvaluationSettings(EvaluationSet.FACES, data, few, 10), (done, all) -> {});
        assertThat(report.counts().measured()).isEqualTo(1);
        assertThat(report.counts().problems())
                .isEqualTo(List.of("woman.png is unreadable: it has 9216 pixels, must have at most 1000"));
    }

    private static void ageAndGenderOnly(ObjectNode manifest) {
        ObjectNode attributes = (ObjectNode) manifest.get("attributes");
        attributes.remove(List.of("ageBands", "emotions"));
        ObjectNode output = attributes.putObject("output");
        output.putObject("ageYears").put("index", 1);
        output.putObject("genders").put("index", 2);
    }

    private static void threshold(ObjectNode manifest, double score) {
        ((ObjectNode) manifest.get("detector")).put("scoreThreshold", score);
    }

    private EvaluationReport run(EvaluationSet set, Consumer<ObjectNode> edit) {
        AnalyzerSettings analyzer = AnalyzerSettings.ofBundle(
                        TinyBundle.copyTo(bundle, edit).toString())
                .withPrecision(Precision.FP32);
        return Evaluation.run(new EvaluationSettings(set, data, analyzer, Long.MAX_VALUE), (done, all) -> {});
    }

    private void portrait(String labels) throws IOException {
        Drawings.write(Drawings.portrait(Drawings.HAPPY_WOMAN), data.resolve("woman.png"));
        Files.writeString(data.resolve("labels.csv"), labels);
    }

    private void boxes() throws IOException {
        Drawings.write(
                Drawings.withFace(Drawings.black(320, 240), 40, 30, 60, Drawings.HAPPY_WOMAN), data.resolve("a.png"));
        Files.writeString(
                data.resolve("boxes.json"), "{\"a.png\": {\"boxes_x1y1x2y2score\": [[40, 30, 100, 90, 0.9]]}}");
    }
}
