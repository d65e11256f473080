package io.crowdlake.job.lake;

import io.crowdlake.job.options.CatalogType;
import io.crowdlake.job.options.JobRefusedException;
import io.crowdlake.job.options.LakeSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;

/** Finds the tables of the lake, here and on every machine of the cluster. */
public final class LakeCatalog {

    private final LakeSettings settings;
    private final CatalogLoader loader;

    public LakeCatalog(LakeSettings settings) {
        this.settings = settings;
        this.loader = new DriverLoadingCatalogLoader(CatalogLoader.custom(
                settings.catalogName(),
                properties(settings),
                hadoop(settings),
                settings.catalogType().implementation()));
    }

    /** A table, once it has been made sure that it is there and takes the rows; throws JobRefusedException otherwise. */
    Table load(LakeTable<?> lakeTable) {
        Table table = load(identifier(lakeTable));
        lakeTable.layout().misfit(table.schema().asStruct()).ifPresent(misfit -> {
            throw new JobRefusedException("table " + fullName(lakeTable) + " does not fit: " + misfit
                    + "; run ./crowd lake migrate with the version of this job");
        });
        return table;
    }

    /** Loads the table on the machine where it is written. */
    TableLoader tableLoader(LakeTable<?> lakeTable) {
        return TableLoader.fromCatalog(loader.clone(), identifier(lakeTable));
    }

    private Table load(TableIdentifier identifier) {
        Catalog catalog;
        try {
            catalog = loader.loadCatalog();
        } catch (RuntimeException e) {
            throw new JobRefusedException("lake.catalog-uri is " + settings.catalogUri()
                    + ", must be a catalog that can be reached and signed in to (" + rootMessage(e) + ")");
        }
        try {
            return catalog.loadTable(identifier);
        } catch (NoSuchTableException e) {
            throw new JobRefusedException("there is no table " + settings.catalogName() + "." + identifier
                    + ", run ./crowd lake migrate first");
        } catch (RuntimeException e) {
            throw new JobRefusedException("lake.warehouse is " + settings.warehouse() + ", but table "
                    + settings.catalogName() + "." + identifier + " cannot be read (" + rootMessage(e) + ")");
        } finally {
            close(catalog);
        }
    }

    private static void close(Catalog catalog) {
        if (catalog instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the catalog does not close", e);
            }
        }
    }

    private TableIdentifier identifier(LakeTable<?> table) {
        return TableIdentifier.of(Namespace.of(settings.namespace()), table.name());
    }

    private String fullName(LakeTable<?> table) {
        return settings.catalogName() + "." + identifier(table);
    }

    private static Map<String, String> properties(LakeSettings settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, settings.warehouse());
        if (settings.catalogUri() != null) {
            properties.put(CatalogProperties.URI, settings.catalogUri());
        }
        if (settings.catalogType() == CatalogType.JDBC) {
            properties.put("jdbc.schema-version", "V1");
            if (settings.catalogUser() != null) {
                properties.put("jdbc.user", settings.catalogUser());
            }
            if (settings.catalogPassword() != null) {
                properties.put("jdbc.password", settings.catalogPassword());
            }
        }
        properties.putAll(settings.properties());
        return properties;
    }

    private static Configuration hadoop(LakeSettings settings) {
        Configuration hadoop = new Configuration();
        settings.hadoop().forEach(hadoop::set);
        return hadoop;
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
