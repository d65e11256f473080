package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Apparent emotion, in the order in which the attribute network gives its probabilities; {@link #UNKNOWN} is never a network output. */
public enum Emotion {
    ANGER,
    CONTEMPT,
    DISGUST,
    FEAR,
    HAPPINESS,
    NEUTRAL,
    SADNESS,
    SURPRISE,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As tables, events and reports write it. */
    @JsonValue
    public String label() {
        return label;
    }
}
