package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Apparent gender as seen by the attribute network; {@link #UNKNOWN} below the bundle's confidence limit or where the policy forbids it. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As tables, events and reports write it. */
    @JsonValue
    public String label() {
        return label;
    }
}
