package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The numbers that a network takes. */
public enum NumberType {
    /** Whole numbers from 0 to 255. */
    @JsonProperty("uint8")
    UINT8,
    /** Floats of 32 bits. */
    @JsonProperty("float32")
    FLOAT32
}
