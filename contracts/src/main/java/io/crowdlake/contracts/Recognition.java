package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a visitor was seen before; {@link #UNKNOWN} wherever recognition is switched off, which is the default. */
public enum Recognition {
    /** Not seen before. */
    NEW,
    /** Seen before, and gone for a while since. */
    RETURNING,
    /** Seen a moment ago, at this camera or another of the site: the same stay goes on. */
    REENTRY,
    /** Somebody who works there, by how long or how often they were seen: no visitor. */
    STAFF,
    /** Nothing can be told. */
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As tables, events and reports write it. */
    @JsonValue
    public String label() {
        return label;
    }
}
