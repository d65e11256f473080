package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What turns a network's outputs into probabilities. */
public enum Activation {
    /** Nothing: they are probabilities. */
    @JsonProperty("none")
    NONE,
    /** 1 / (1 + e^-x) of each. */
    @JsonProperty("sigmoid")
    SIGMOID,
    /** e^x of each over the sum of all of one face. */
    @JsonProperty("softmax")
    SOFTMAX
}
