package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.bundle.Activation;
import io.crowdlake.inference.bundle.AttributeOutput;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.DetectorOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputDescriptionTest {

    @Test
    void eachKindOfBoxesIsToldWithItsPlaces() {
        assertThat(OutputDescription.of(new DetectorOutput.Boxes(1, 0, null, null, 1, Activation.SOFTMAX)))
                .isEqualTo("boxes: output 1, corners in pixels; scores: output 0, activation softmax, column 1");
        assertThat(OutputDescription.of(new DetectorOutput.Anchors(
                        null, null, null, null, List.of(8), List.of(List.of(16.0)), List.of(0.1, 0.2), true)))
                .isEqualTo("boxes relative to anchors: output 0, strides [8], sizes [[16.0]], variances [0.1, 0.2],"
                        + " clipped; scores: output 1, activation none, column 0");
        assertThat(OutputDescription.of(
                        new DetectorOutput.Grid(List.of(8), List.of(0), List.of(1), List.of(2), Activation.SIGMOID)))
                .isEqualTo("a box in each cell of strides [8]: outputs [2]; class scores: outputs [0];"
                        + " object scores: outputs [1], activation sigmoid");
        assertThat(OutputDescription.of(new DetectorOutput.Rows()))
                .isEqualTo("rows of x1 y1 x2 y2 in pixels and a score");
    }

    @Test
    void onlyWhatANetworkKnowsIsTold() {
        AttributeSettings attributes = new AttributeSettings(
                "attributes.pt",
                null,
                64,
                1,
                16,
                0.6,
                null,
                null,
                List.of("fear", "happiness"),
                null,
                new AttributeOutput(
                        null,
                        new AttributeOutput.Years(1, 100.0),
                        null,
                        new AttributeOutput.Scores(0, Activation.SOFTMAX)),
                null,
                null);

        assertThat(OutputDescription.of(attributes))
                .isEqualTo(
                        "age in units of 100.0 years: output 1; emotions fear happiness: output 0, activation softmax");
    }
}
