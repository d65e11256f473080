package io.crowdlake.lake;

import java.util.Map;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/** Catalogs without a database. */
public final class TestingCatalogs {

    public static final Namespace NAMESPACE = Namespace.of("crowdlake");

    private TestingCatalogs() {}

    /** An empty catalog in memory. */
    public static InMemoryCatalog inMemory() {
        InMemoryCatalog catalog = new InMemoryCatalog();
        catalog.initialize("lake", Map.of());
        return catalog;
    }

    /** The name of a table of ours. */
    public static TableIdentifier table(String name) {
        return TableIdentifier.of(NAMESPACE, name);
    }

    /** A catalog that breaks down at the n-th new table, as a machine does that is switched off in mid-run. */
    static final class Failing extends InMemoryCatalog {

        private int tablesLeft;

        Failing(int tablesLeft) {
            this.tablesLeft = tablesLeft;
            initialize("lake", Map.of());
        }

        void repair() {
            tablesLeft = Integer.MAX_VALUE;
        }

        @Override
        public TableBuilder buildTable(TableIdentifier identifier, org.apache.iceberg.Schema schema) {
            if (tablesLeft-- <= 0) {
                throw new IllegalStateException("the lights went out");
            }
            return super.buildTable(identifier, schema);
        }
    }
}
