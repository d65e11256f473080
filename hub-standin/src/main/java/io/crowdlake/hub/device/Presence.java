package io.crowdlake.hub.device;

import java.time.Instant;

/**
 * Whether a device is there.
 *
 * @param connected now
 * @param lastActivity when it was last heard; {@link #NEVER} since the hub has started
 */
public record Presence(boolean connected, Instant lastActivity) {

    /** As the hub writes it. */
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");
}
