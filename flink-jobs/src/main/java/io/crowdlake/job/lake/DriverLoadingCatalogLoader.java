package io.crowdlake.job.lake;

import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.flink.CatalogLoader;

/**
 * Makes the database's driver known before a JDBC catalog asks for a connection. DriverManager looks for drivers once per JVM, with the class
 * loader of whoever comes first; the one in a job's own jar is only found by those who have loaded it.
 */
final class DriverLoadingCatalogLoader implements CatalogLoader {

    private static final long serialVersionUID = 1;

    private static final String POSTGRES = "org.postgresql.Driver";

    private final CatalogLoader loader;

    DriverLoadingCatalogLoader(CatalogLoader loader) {
        this.loader = loader;
    }

    @Override
    public Catalog loadCatalog() {
        try {
            Class.forName(POSTGRES, true, getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the job's jar holds no " + POSTGRES, e);
        }
        return loader.loadCatalog();
    }

    @Override
    @SuppressWarnings({"MethodDoesntCallSuperMethod", "CloneDoesntCallSuperClone"})
    public CatalogLoader clone() {
        return new DriverLoadingCatalogLoader(loader.clone());
    }

    @Override
    public String toString() {
        return loader.toString();
    }
}
