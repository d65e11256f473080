package io.crowdlake.inference.bundle;

import java.util.stream.Stream;

/**
 * Which outputs the attribute network has; what is left out is unknown of every face.
 *
 * @param ageBands probabilities of the bands, or null
 * @param ageYears apparent age, or null
 * @param genders probabilities of the genders, or null
 * @param emotions probabilities of the emotions, or null
 */
public record AttributeOutput(Scores ageBands, Years ageYears, Scores genders, Scores emotions) {

    /** All four, in this order, as probabilities and years. */
    public static final AttributeOutput ALL = new AttributeOutput(
            new Scores(0, Activation.NONE),
            new Years(1, 1.0),
            new Scores(2, Activation.NONE),
            new Scores(3, Activation.NONE));

    public AttributeOutput {
        if (Stream.of(ageBands, ageYears, genders, emotions).allMatch(output -> output == null)) {
            throw new IllegalArgumentException(
                    "has none of ageBands, ageYears, genders and emotions; name one at least");
        }
    }

    /**
     * One number for each label.
     *
     * @param index place among the network's outputs, from 0
     * @param activation that makes probabilities of it; none when left out
     */
    public record Scores(Integer index, Activation activation) {

        public Scores {
            Fields.present(index, "index");
            Fields.range(index, 0, Fields.MAX_OUTPUTS, "index");
            activation = activation == null ? Activation.NONE : activation;
        }
    }

    /**
     * One number.
     *
     * @param index place among the network's outputs, from 0
     * @param scale years in one unit of it, above 0 to 1,000; 1 when left out
     */
    public record Years(Integer index, Double scale) {

        public Years {
            Fields.present(index, "index");
            Fields.range(index, 0, Fields.MAX_OUTPUTS, "index");
            scale = scale == null ? 1 : scale;
            Fields.range(scale, 1e-6, 1_000, "scale");
        }
    }
}
