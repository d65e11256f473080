package io.crowdlake.stack.part;

import io.crowdlake.lake.CatalogSettings;
import io.crowdlake.lake.LakeCatalogs;
import io.crowdlake.lake.TrinoSettings;
import io.crowdlake.lake.ViewParameters;
import io.crowdlake.lake.Views;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The views of the local lake, which only a running Trino can make. */
public final class LakeViews {

    private LakeViews() {}

    /** Makes those that are missing or changed; answers how many. */
    public static int apply(CatalogSettings settings, TrinoServer trino) {
        try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
            return Views.apply(
                            catalog,
                            Namespace.of(Lake.NAMESPACE),
                            new TrinoSettings(TrinoServer.jdbcUri(trino.port()), "crowdlake", null),
                            ViewParameters.DEFAULT)
                    .applied()
                    .size();
        }
    }
}
