package io.crowdlake.lake.ddl;

import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;

/** A catalog in front of another one; whoever loads a table from it finds a number of times that another writer was quicker. */
final class LosingCatalog implements Catalog {

    private final Catalog catalog;
    private int losses;

    LosingCatalog(Catalog catalog, int losses) {
        this.catalog = catalog;
        this.losses = losses;
    }

    int lossesLeft() {
        return losses;
    }

    @Override
    public Table loadTable(TableIdentifier identifier) {
        if (losses > 0) {
            losses--;
            throw new CommitFailedException("another writer was quicker");
        }
        return catalog.loadTable(identifier);
    }

    @Override
    public List<TableIdentifier> listTables(Namespace namespace) {
        return catalog.listTables(namespace);
    }

    @Override
    public boolean dropTable(TableIdentifier identifier, boolean purge) {
        return catalog.dropTable(identifier, purge);
    }

    @Override
    public void renameTable(TableIdentifier from, TableIdentifier to) {
        catalog.renameTable(from, to);
    }
}
