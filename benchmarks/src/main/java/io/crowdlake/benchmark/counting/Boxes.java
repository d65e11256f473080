package io.crowdlake.benchmark.counting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose boxes are counted. */
public enum Boxes {
    /** Those of the scene itself, of all faces that a detector is expected to find: what is wrong then is wrong in the tracking. */
    PERFECT,
    /**
     * The same, and whose they are is known too: what is wrong then, nobody can tell from faces at that rate, with that visit gap. It is a bound for
     * the others.
     */
    LINKED,
    /** Those that the model finds in the drawn frames. */
    DETECTED,
    /** The same, told apart by what their faces look like, too, as with {@code track.looks}. */
    LOOKS;

    /** Whether the model is asked. */
    boolean needModel() {
        return this == DETECTED || this == LOOKS;
    }

    /** As options and reports write it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
