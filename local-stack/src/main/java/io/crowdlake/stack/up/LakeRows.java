package io.crowdlake.stack.up;

import io.crowdlake.lake.CatalogSettings;
import io.crowdlake.lake.LakeCatalogs;
import io.crowdlake.stack.part.Lake;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** How many rows the tables hold, read from their newest snapshots and not from the data. */
final class LakeRows implements AutoCloseable {

    private final JdbcCatalog catalog;

    LakeRows(CatalogSettings settings) {
        this.catalog = LakeCatalogs.open(settings);
    }

    /** Rows that are committed. */
    long count(String table) {
        Snapshot snapshot =
                catalog.loadTable(TableIdentifier.of(Lake.NAMESPACE, table)).currentSnapshot();
        if (snapshot == null) {
            return 0;
        }
        return Long.parseLong(snapshot.summary().getOrDefault(SnapshotSummary.TOTAL_RECORDS_PROP, "0"));
    }

    @Override
    public void close() {
        catalog.close();
    }
}
