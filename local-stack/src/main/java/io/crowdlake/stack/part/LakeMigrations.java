package io.crowdlake.stack.part;

import io.crowdlake.lake.CatalogSettings;
import io.crowdlake.lake.LakeCatalogs;
import io.crowdlake.lake.MigrationReport;
import io.crowdlake.lake.MigrationSource;
import io.crowdlake.lake.Migrator;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import java.util.Map;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Opens the local lake's catalog for this process. */
public final class LakeMigrations {

    private LakeMigrations() {}

    /** Where the local lake is. */
    public static CatalogSettings settings(DataFolder data, Secrets secrets, PostgresServer postgres) {
        return new CatalogSettings(
                Lake.CATALOG,
                postgres.jdbcUri(),
                PostgresServer.USER,
                secrets.catalogPasswordFile(),
                Lake.warehouse(data),
                Map.of());
    }

    /** Brings the tables to this version. */
    public static MigrationReport migrate(CatalogSettings settings) {
        try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
            return Migrator.migrate(catalog, Namespace.of(Lake.NAMESPACE), MigrationSource.builtIn());
        }
    }
}
