package io.crowdlake.lake;

import io.crowdlake.lake.ddl.ChangeApplier;
import io.crowdlake.lake.ddl.DdlParser;
import io.crowdlake.lake.ddl.LakeChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of a namespace to the newest version. It needs a catalog, but no query engine.
 *
 * <p>Safe to run at any time: a second run does nothing, a run that was cut off goes on where it stopped, and of two runs at once each finds
 * done what the other did. All files are read and understood before the first change is made.
 */
public final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private Migrator() {}

    /**
     * Applies what is pending, in order of version.
     *
     * @throws LakeException naming file and remedy, when a file cannot be understood, was changed after it had been applied, comes before
     *     one that has been applied, or is unknown to this version; or when a table of the same name is another one
     */
    public static MigrationReport migrate(Catalog catalog, Namespace namespace, MigrationSource source) {
        List<Migration> migrations = inOrder(source);
        DdlParser parser = new DdlParser();
        Map<Migration, List<LakeChange>> changes = new TreeMap<>(Comparator.comparingInt(Migration::version));
        migrations.forEach(migration -> changes.put(migration, parser.parse(migration.fileName(), migration.sql())));

        LakeHistory history = new LakeHistory(catalog, namespace);
        SortedMap<Integer, HistoryEntry> applied = history.migrations();
        check(migrations, applied);

        history.create();
        ChangeApplier applier = new ChangeApplier(catalog, namespace);
        List<Migration> done = new ArrayList<>();
        for (Migration migration : migrations) {
            if (!applied.containsKey(migration.version())) {
                changes.get(migration).forEach(applier::apply);
                record(migration, history);
                LOG.info("Applied {} to {}", migration.fileName(), namespace);
                done.add(migration);
            }
        }
        return new MigrationReport(done, migrations.size() - done.size());
    }

    /** How each migration stands, in order of version; changes nothing, and also answers where {@link #migrate} would refuse. */
    public static List<MigrationStatus> status(Catalog catalog, Namespace namespace, MigrationSource source) {
        SortedMap<Integer, HistoryEntry> applied = new LakeHistory(catalog, namespace).migrations();
        SortedMap<Integer, MigrationStatus> statuses = new TreeMap<>();
        applied.forEach((version, one) -> statuses.put(version, status(one, MigrationStatus.State.UNKNOWN)));
        for (Migration migration : inOrder(source)) {
            HistoryEntry one = applied.get(migration.version());
            if (one == null) {
                statuses.put(
                        migration.version(),
                        new MigrationStatus(
                                migration.label(), migration.fileName(), MigrationStatus.State.PENDING, null));
            } else {
                boolean same = one.checksum().equals(migration.checksum());
                statuses.put(
                        migration.version(),
                        status(one, same ? MigrationStatus.State.APPLIED : MigrationStatus.State.CHANGED));
            }
        }
        return List.copyOf(statuses.values());
    }

    /** Looks after writing who else did: of two runs with different texts the later one must not go on. */
    private static void record(Migration migration, LakeHistory history) {
        HistoryEntry entry = HistoryEntry.now(migration);
        history.append(entry);
        HistoryEntry first = history.migrations().get(migration.version());
        if (!first.sameTextAs(entry)) {
            throw changed(migration, first);
        }
    }

    private static MigrationStatus status(HistoryEntry applied, MigrationStatus.State state) {
        return new MigrationStatus(applied.version(), applied.fileName(), state, applied.appliedAt());
    }

    private static List<Migration> inOrder(MigrationSource source) {
        List<Migration> migrations = source.migrations().stream()
                .sorted(Comparator.comparingInt(Migration::version))
                .toList();
        Set<Integer> versions = new HashSet<>();
        for (Migration migration : migrations) {
            if (!versions.add(migration.version())) {
                throw new LakeException("two migrations have the version " + migration.label() + ", one of them "
                        + migration.fileName() + ": give one the next free number");
            }
        }
        return migrations;
    }

    private static void check(List<Migration> migrations, SortedMap<Integer, HistoryEntry> applied) {
        Set<Integer> known = new HashSet<>();
        int newest = applied.isEmpty() ? 0 : applied.lastKey();
        for (Migration migration : migrations) {
            known.add(migration.version());
            HistoryEntry before = applied.get(migration.version());
            if (before == null && migration.version() < newest) {
                throw new LakeException("migration " + migration.fileName() + " comes before " + Migration.label(newest)
                        + ", which has been applied: give it the next free number");
            }
            if (before != null && !before.checksum().equals(migration.checksum())) {
                throw changed(migration, before);
            }
        }
        applied.forEach((version, one) -> {
            if (!known.contains(version)) {
                throw new LakeException(
                        "the lake has migration " + one.fileName()
                                + ", which this version of Crowdlake does not know: use the version that applied it, or a newer one");
            }
        });
    }

    private static LakeException changed(Migration migration, HistoryEntry before) {
        return new LakeException("migration " + migration.fileName() + " was changed after it had been applied at "
                + before.appliedAt() + " (" + Checksum.abbreviate(before.checksum()) + " then, "
                + Checksum.abbreviate(migration.checksum())
                + " now): restore the file and put the change into a new migration");
    }
}
