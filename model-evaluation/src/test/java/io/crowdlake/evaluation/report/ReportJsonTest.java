package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.inference.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs read these names: one that changes breaks them. */
class ReportJsonTest {

    @Test
    void namesOfFaces() {
        JsonNode json = json(Reports.faces());
        assertThat(names(json))
                .containsExactly("set", "model", "counts", "detection", "gender", "age", "by_race", "by_age", "speed");
        assertThat(names(json.path("model")))
                .containsExactly("version", "bundle", "precision", "score_threshold", "gender_threshold");
        assertThat(names(json.path("counts"))).containsExactly("data", "labelled", "measured", "left_out", "problems");
        assertThat(names(json.path("detection"))).containsExactly("not_detected", "no_candidate");
        assertThat(names(json.path("gender")))
                .containsExactly(
                        "accuracy",
                        "accuracy_age10_and_over",
                        "sure",
                        "accuracy_when_sure",
                        "worst_race",
                        "worst_race_below_mean",
                        "calibration",
                        "confusion");
        assertThat(names(json.path("gender").path("accuracy"))).containsExactly("value", "low", "high", "hits", "of");
        assertThat(names(json.path("gender").path("confusion"))).containsExactly("truths", "answers", "counts");
        assertThat(names(json.path("age")))
                .containsExactly("error_years", "band", "band_next_or_better", "calibration", "confusion");
        assertThat(names(json.path("age").path("error_years"))).containsExactly("value", "low", "high", "of");
        assertThat(names(json.path("by_race").path(0)))
                .containsExactly("group", "faces", "gender", "age_error_years", "age_band");
        assertThat(json.path("set").asText()).isEqualTo("faces");
        assertThat(json.path("model").path("precision").asText()).isEqualTo("int8");
        assertThat(json.path("gender").path("accuracy").path("value").asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void namesOfEmotion() {
        JsonNode json = json(Reports.emotion());
        assertThat(names(json))
                .containsExactly(
                        "set",
                        "model",
                        "counts",
                        "detection",
                        "accuracy",
                        "mean_recall_of_frequent",
                        "frequent",
                        "by_emotion",
                        "calibration",
                        "confusion",
                        "speed");
        assertThat(json.path("by_emotion").path(2).path("recall").path("value").isNull())
                .as("recall of an emotion that is not there")
                .isTrue();
        assertThat(names(json.path("calibration"))).containsExactly("error", "bins");
        assertThat(names(json.path("calibration").path("bins").path(0)))
                .containsExactly("from", "to", "probability", "right");
    }

    @Test
    void namesOfBoxes() {
        JsonNode json = json(Reports.boxes());
        assertThat(names(json))
                .containsExactly(
                        "set",
                        "model",
                        "counts",
                        "faces",
                        "ignored",
                        "average_precision",
                        "at_threshold",
                        "at_scores",
                        "faceless",
                        "by_size",
                        "by_file",
                        "curve",
                        "speed");
        assertThat(names(json.path("at_threshold"))).containsExactly("score", "precision", "recall");
        assertThat(names(json.path("faceless"))).containsExactly("frames", "boxes", "per20_frames");
        assertThat(names(json.path("by_size").path(6))).containsExactly("from", "below", "recall");
        assertThat(names(json.path("by_file").path(0)))
                .containsExactly("file", "frames", "faces", "average_precision", "precision", "recall", "faceless");
        assertThat(names(json.path("curve").path(0))).containsExactly("score", "precision", "recall");
        assertThat(json.path("average_precision").path("value").asDouble()).isEqualTo(0.55556);
    }

    @Test
    void aFigureOfNothingIsNullAndNoNumberIsInfinite() {
        JsonNode json = json(
                BoxesReport.of(Reports.MODEL, Reports.counts(0), List.of(), new Speed(Double.POSITIVE_INFINITY, null)));
        for (String figure : List.of("value", "low", "high")) {
            assertThat(json.path("average_precision").path(figure).isNull()).isTrue();
            assertThat(json.path("at_threshold").path("recall").path(figure).isNull())
                    .isTrue();
        }
        assertThat(json.path("at_threshold").path("recall").path("of").asInt(-1))
                .isZero();
        assertThat(json.path("faceless").path("per20_frames").isNull()).isTrue();
        assertThat(json.path("speed").path("cpu_seconds").isNull()).isTrue();
        assertThat(json.path("speed").path("per_cpu_second").isNull()).isTrue();
        assertThat(json.path("curve").isArray()).isTrue();
        assertThat(json.path("curve")).isEmpty();
    }

    @Test
    void aBundleWithADetectorAloneHasNoThresholdOfTheGender() {
        ModelFacts detector = new ModelFacts("detector 1", "detector.zip", Precision.FP32, 0.6, null);
        JsonNode model = json(BoxesReport.of(detector, Reports.counts(0), List.of(), Reports.SPEED))
                .path("model");
        assertThat(model.has("gender_threshold")).isTrue();
        assertThat(model.path("gender_threshold").isNull()).isTrue();
        assertThat(model.path("score_threshold").asDouble()).isEqualTo(0.6);
        assertThat(model.path("precision").asText()).isEqualTo("fp32");
    }

    @Test
    void countsAreWholeAndProblemsAreLines() {
        JsonNode json = json(Reports.faces());
        assertThat(json.path("counts").path("measured").isIntegralNumber()).isTrue();
        assertThat(json.path("gender").path("confusion").path("counts").toString())
                .isEqualTo("[[1,1],[1,1]]");
        assertThat(json.path("counts").path("problems").path(0).asText()).isEqualTo("a.jpg is missing");
        assertThat(json.path("speed").path("per_cpu_second").asDouble()).isEqualTo(50);
    }

    @Test
    void theHandbookHasEveryName() throws IOException {
        String page = Files.readString(Path.of("../docs/model-evaluation.md"));
        for (EvaluationReport report : List.of(Reports.faces(), Reports.emotion(), Reports.boxes())) {
            assertThat(allNames(json(report)))
                    .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        }
    }

    private static List<String> allNames(JsonNode json) {
        List<String> names = new ArrayList<>(names(json));
        json.forEach(child -> names.addAll(allNames(child)));
        return names;
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(EvaluationReport report) {
        try {
            return new ObjectMapper().readTree(ReportJson.write(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
