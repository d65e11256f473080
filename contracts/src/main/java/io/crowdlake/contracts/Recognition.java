package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a visitor was seen before; {@link #UNKNOWN} wherever recognition is switched off, which is the default. */
public enum Recognition {
    NEW,
    RETURNING,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As tables, events and reports write it. */
    @JsonValue
    public String label() {
        return label;
    }
}
