package io.crowdlake.stack.command;

import io.crowdlake.lake.LakeCatalogs;
import io.crowdlake.lake.Migration;
import io.crowdlake.lake.MigrationReport;
import io.crowdlake.lake.MigrationSource;
import io.crowdlake.lake.Migrator;
import java.util.concurrent.Callable;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the tables to this version. */
@Command(
        name = "migrate",
        description =
                "Create the tables, or bring them to this version. Safe to run twice. (The views come with Trino: at ./crowd up.)",
        mixinStandardHelpOptions = true)
final class LakeMigrateCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions lake;

    @Override
    public Integer call() throws InterruptedException {
        lake.withLake((settings, namespace) -> {
            try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
                print(Migrator.migrate(catalog, Namespace.of(namespace), MigrationSource.builtIn()));
            }
        });
        return 0;
    }

    private static void print(MigrationReport report) {
        for (Migration migration : report.applied()) {
            System.out.println("applied " + migration.fileName());
        }
        System.out.println(
                report.applied().size() + " applied, " + report.alreadyApplied() + " had been applied before");
    }
}
