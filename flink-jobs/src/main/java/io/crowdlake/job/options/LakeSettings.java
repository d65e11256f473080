package io.crowdlake.job.options;

import java.util.Map;

/**
 * Where the tables are.
 *
 * @param catalogName the same for every engine
 * @param catalogType which Iceberg catalog
 * @param catalogUri its address, or null for folders alone
 * @param catalogUser of a JDBC catalog, or null
 * @param catalogPassword of a JDBC catalog, or null
 * @param warehouse URI of the folder of the tables
 * @param namespace of the tables
 * @param properties passed on to the catalog
 * @param hadoop passed on to Hadoop's configuration
 */
public record LakeSettings(
        String catalogName,
        CatalogType catalogType,
        String catalogUri,
        String catalogUser,
        String catalogPassword,
        String warehouse,
        String namespace,
        Map<String, String> properties,
        Map<String, String> hadoop) {

    /** Without the password: this may end in a log. */
    @Override
    public String toString() {
        return "LakeSettings[" + catalogType + " catalog " + catalogName + " at " + catalogUri + ", warehouse "
                + warehouse + ", namespace " + namespace + "]";
    }
}
