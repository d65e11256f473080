package io.crowdlake.lake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Opens the lake's catalog with Iceberg's own classes; Flink and Trino open the same one from their settings. */
public final class LakeCatalogs {

    /** Making the catalog's tables takes two statements, so it can be lost twice. */
    private static final int ATTEMPTS = 3;

    /** PostgreSQL's codes for a table, a column and a row that are there already. */
    private static final Set<String> MADE_MEANWHILE = Set.of("42P07", "42701", "23505");

    private LakeCatalogs() {}

    /**
     * Opens the catalog and creates its tables in the database when they are not there yet. A {@code file:} warehouse is read and written
     * without Hadoop; other schemes need their FileIO on the classpath. Close it after use.
     *
     * @throws LakeException when the database cannot be reached, the password file cannot be read or the FileIO is not there
     */
    public static JdbcCatalog open(CatalogSettings settings) {
        Map<String, String> properties = properties(settings);
        for (int attempt = 1; ; attempt++) {
            JdbcCatalog catalog = new JdbcCatalog();
            try {
                catalog.initialize(settings.name(), properties);
                return catalog;
            } catch (RuntimeException | LinkageError e) {
                closeQuietly(catalog, e);
                if (attempt == ATTEMPTS || !isThereMeanwhile(e)) {
                    throw cannotOpen(settings, properties, e);
                }
            }
        }
    }

    /** Whether another one who opens the catalog for the first time was quicker to make its tables. */
    private static boolean isThereMeanwhile(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && MADE_MEANWHILE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> properties(CatalogSettings settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put(CatalogProperties.URI, settings.uri());
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, settings.warehouse());
        // Only this version of the catalog's tables can hold views.
        properties.put("jdbc.schema-version", "V1");
        if (settings.user() != null) {
            properties.put("jdbc.user", settings.user());
        }
        if (settings.passwordFile() != null) {
            properties.put("jdbc.password", SecretFile.read(settings.passwordFile(), "lake.catalog-password-file"));
        }
        if (settings.warehouse().startsWith("file:")) {
            properties.put(CatalogProperties.FILE_IO_IMPL, LocalFileIO.class.getName());
        }
        properties.putAll(settings.properties());
        return properties;
    }

    private static LakeException cannotOpen(
            CatalogSettings settings, Map<String, String> properties, Throwable failure) {
        String reason = LakeException.reasonOf(failure);
        if (failure instanceof LinkageError || reason.contains("FileIO")) {
            return new LakeException(
                    "lake.warehouse is " + settings.warehouse() + ", but its FileIO "
                            + properties.getOrDefault(CatalogProperties.FILE_IO_IMPL, "(Hadoop's)")
                            + " cannot be loaded (" + reason
                            + "): put it on the classpath or name another one in lake.properties.io-impl",
                    failure);
        }
        return new LakeException(
                "lake.catalog-uri is " + settings.displayUri() + ", which cannot be opened (" + reason
                        + "): start the database, or correct the address, lake.catalog-user or lake.catalog-password-file",
                failure);
    }

    private static void closeQuietly(JdbcCatalog catalog, Throwable failure) {
        try {
            catalog.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
