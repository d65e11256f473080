package io.crowdlake.lake;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where the lake is: an Iceberg catalog in a relational database, and the folder that holds its files. The names in the error messages are
 * those of the job's options, so one configuration file serves the job and the command line.
 *
 * @param name the catalog's name; Flink, Trino and the migrator must use the same
 * @param uri JDBC address of the database, such as {@code jdbc:postgresql://127.0.0.1:5432/iceberg}
 * @param user database user, or null where the database asks for none
 * @param passwordFile file whose first line is the password, or null where the database asks for none
 * @param warehouse where new tables lie: {@code file:///...} or a URI that the configured {@code io-impl} reads
 * @param properties further catalog properties, passed through; they win over those made here
 */
public record CatalogSettings(
        String name, String uri, String user, Path passwordFile, String warehouse, Map<String, String> properties) {

    /** The name that all parts of Crowdlake use by default. */
    public static final String DEFAULT_NAME = "lake";

    public CatalogSettings {
        name = name == null || name.isBlank() ? DEFAULT_NAME : name;
        if (uri == null || !uri.startsWith("jdbc:")) {
            throw new LakeException("lake.catalog-uri is " + (uri == null ? "missing" : withoutQuery(uri))
                    + ": set it to a JDBC address such as jdbc:postgresql://127.0.0.1:5432/iceberg");
        }
        if (warehouse == null || !warehouse.matches("[a-z][a-z0-9+.-]*:.+")) {
            throw new LakeException("lake.warehouse is " + (warehouse == null ? "missing" : warehouse)
                    + ": set it to a URI such as file:///var/lib/crowdlake/warehouse");
        }
        properties = properties == null ? Map.of() : Map.copyOf(properties);
    }

    /** The database's address as logs and messages may show it: a JDBC address can carry a password behind the question mark. */
    public String displayUri() {
        return withoutQuery(uri);
    }

    private static String withoutQuery(String uri) {
        return Objects.requireNonNull(uri, "uri is null").replaceFirst("[?;].*", "");
    }
}
