package io.crowdlake.lake;

import java.util.List;

/**
 * What a run of the migrator did.
 *
 * @param applied migrations that this run applied, in order; empty when there was nothing to do
 * @param alreadyApplied how many had been applied before
 */
public record MigrationReport(List<Migration> applied, int alreadyApplied) {

    public MigrationReport {
        applied = List.copyOf(applied);
    }
}
