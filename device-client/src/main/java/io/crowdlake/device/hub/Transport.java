package io.crowdlake.device.hub;

import java.util.Locale;

/** How what a camera sees reaches the job. */
public enum Transport {
    /** The picture is the message. */
    INLINE,
    /** The picture goes to the hub's blob storage; the message says where. */
    REFERENCE,
    /** The picture is analysed where it was taken; the message says what was seen, and the picture stays. */
    EDGE;

    /** As people write it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }
}
