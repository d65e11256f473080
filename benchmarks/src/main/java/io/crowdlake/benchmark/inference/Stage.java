package io.crowdlake.benchmark.inference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stages of the analysis of a frame, in their order. */
public enum Stage {
    /** From a JPEG to pixels. */
    DECODE,
    /** From pixels to boxes of faces, suppression included. */
    DETECT,
    /** Cutting the faces out at the size that the next stage takes. */
    CROP,
    /** From cut out faces to apparent age, gender and emotion. */
    ATTRIBUTES;

    /** As tables and reports write it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
