package io.crowdlake.lake;

import java.time.Instant;

/**
 * How one migration stands in the lake.
 *
 * @param version such as {@code V001}
 * @param fileName its file; for one that this version of Crowdlake does not have, the name it was recorded with
 * @param state whether it has been applied
 * @param appliedAt when, or null for a pending one
 */
public record MigrationStatus(String version, String fileName, State state, Instant appliedAt) {

    /** Whether a migration has been applied. */
    public enum State {
        /** Applied as it is in the file. */
        APPLIED,
        /** Not applied yet. */
        PENDING,
        /** Applied, but the file has been changed since. */
        CHANGED,
        /** Applied by a newer version of Crowdlake; this one has no such file. */
        UNKNOWN
    }
}
