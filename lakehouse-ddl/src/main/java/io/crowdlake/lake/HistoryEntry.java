package io.crowdlake.lake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A row of the lake's history: a file that was applied.
 *
 * @param version {@code V001} of a migration, {@code R01} of a view
 * @param fileName as it was called
 * @param checksum of its text as it was applied
 * @param appliedAt when, in microseconds
 */
record HistoryEntry(String version, String fileName, String checksum, Instant appliedAt) {

    static HistoryEntry now(String version, String fileName, String checksum) {
        return new HistoryEntry(version, fileName, checksum, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    static HistoryEntry now(Migration migration) {
        return now(migration.label(), migration.fileName(), migration.checksum());
    }

    boolean isMigration() {
        return version.startsWith("V");
    }

    boolean sameTextAs(HistoryEntry other) {
        return checksum.equals(other.checksum);
    }
}
