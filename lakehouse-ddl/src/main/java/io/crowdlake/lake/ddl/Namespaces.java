package io.crowdlake.lake.ddl;

import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;

/** Makes namespaces where a catalog has such a thing. */
public final class Namespaces {

    private Namespaces() {}

    /** Makes a namespace unless it is there; of two that try at once neither fails. */
    public static void createIfMissing(Catalog catalog, Namespace namespace) {
        if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(namespace)) {
            try {
                namespaces.createNamespace(namespace);
            } catch (RuntimeException e) {
                // Catalogs differ in what they say to the slower of two; all that counts is that it is there.
                if (!namespaces.namespaceExists(namespace)) {
                    throw e;
                }
            }
        }
    }
}
