package io.crowdlake.inference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of a bundle's files are run: the same networks, once with 8-bit integers inside and once with 32-bit floats. */
public enum Precision {
    /** The quantised file where the bundle has one, the other where it has none: faster, and nearly as good. */
    INT8,
    /** The file as it was trained. */
    FP32;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As options and reports write it. */
    @JsonValue
    public String label() {
        return label;
    }
}
