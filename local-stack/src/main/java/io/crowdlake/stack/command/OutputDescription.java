package io.crowdlake.stack.command;

import io.crowdlake.inference.bundle.AttributeOutput;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.DetectorOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What networks give, in the words of a person. */
final class OutputDescription {

    private OutputDescription() {}

    static String of(DetectorOutput output) {
        if (output instanceof DetectorOutput.Boxes boxes) {
            return "boxes: output " + boxes.boxes() + ", " + lower(boxes.form()) + " in " + lower(boxes.unit())
                    + "; scores: " + scores(boxes.scores(), boxes.activation()) + ", column " + boxes.scoreColumn();
        }
        if (output instanceof DetectorOutput.Anchors anchors) {
            return "boxes relative to anchors: output " + anchors.boxes() + ", strides " + anchors.strides()
                    + ", sizes " + anchors.sizes() + ", variances " + anchors.variances()
                    + (anchors.clip() ? ", clipped" : "") + "; scores: "
                    + scores(anchors.scores(), anchors.activation()) + ", column " + anchors.scoreColumn();
        }
        if (output instanceof DetectorOutput.Grid grid) {
            return "a box in each cell of strides " + grid.strides() + ": outputs " + grid.boxes()
                    + "; class scores: outputs " + grid.classes()
                    + (grid.objects().isEmpty() ? "" : "; object scores: outputs " + grid.objects())
                    + ", activation " + lower(grid.activation());
        }
        return "rows of x1 y1 x2 y2 in pixels and a score";
    }

    static String of(AttributeSettings attributes) {
        AttributeOutput output = attributes.output();
        List<String> parts = new ArrayList<>();
        if (output.ageBands() != null) {
            parts.add("age bands " + labels(attributes.ageBands()) + ": " + scores(output.ageBands()));
        }
        if (output.ageYears() != null) {
            parts.add("age in units of " + output.ageYears().scale() + " years: output "
                    + output.ageYears().index());
        }
        if (output.genders() != null) {
            parts.add("genders " + labels(attributes.genders()) + " (unknown below " + attributes.genderThreshold()
                    + "): " + scores(output.genders()));
        }
        if (output.emotions() != null) {
            parts.add("emotions " + labels(attributes.emotions()) + ": " + scores(output.emotions()));
        }
        return String.join("; ", parts);
    }

    private static String scores(AttributeOutput.Scores scores) {
        return scores(scores.index(), scores.activation());
    }

    private static String scores(int index, Enum<?> activation) {
        return "output " + index + ", activation " + lower(activation);
    }

    private static String labels(List<String> labels) {
        return String.join(" ", labels);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
