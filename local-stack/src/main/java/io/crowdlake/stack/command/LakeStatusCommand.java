package io.crowdlake.stack.command;

import io.crowdlake.lake.LakeCatalogs;
import io.crowdlake.lake.MigrationSource;
import io.crowdlake.lake.MigrationStatus;
import io.crowdlake.lake.Migrator;
import io.crowdlake.stack.console.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which migrations a lake has. */
@Command(
        name = "status",
        description = "Say which migrations the lake has and which are pending. Changes nothing.",
        mixinStandardHelpOptions = true)
final class LakeStatusCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions lake;

    @Override
    public Integer call() throws InterruptedException {
        lake.withLake((settings, namespace) -> {
            try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
                print(Migrator.status(catalog, Namespace.of(namespace), MigrationSource.builtIn()));
            }
        });
        return 0;
    }

    private static void print(List<MigrationStatus> migrations) {
        TextTable table =
                TextTable.of(List.of("version", "file", "state", "applied at"), List.of(false, false, false, false));
        for (MigrationStatus migration : migrations) {
            table.row(List.of(
                    migration.version(),
                    migration.fileName(),
                    migration.state().name().toLowerCase(Locale.ROOT),
                    migration.appliedAt() == null ? "" : migration.appliedAt().toString()));
        }
        table.lines().forEach(System.out::println);
    }
}
