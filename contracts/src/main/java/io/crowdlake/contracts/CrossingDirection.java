package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a line was crossed. */
public enum CrossingDirection {
    IN,
    OUT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As tables and events write it. */
    @JsonValue
    public String label() {
        return label;
    }
}
