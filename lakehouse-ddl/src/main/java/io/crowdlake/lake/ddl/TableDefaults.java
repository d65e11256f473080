package io.crowdlake.lake.ddl;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.TableProperties;

/**
 * Properties that every table gets and that Trino's {@code WITH} clause has no word for. They fit a stream that commits every few seconds:
 * without clean-up, the metadata alone would grow without end.
 */
public final class TableDefaults {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long HOUR_MILLIS = 3_600_000;

    private TableDefaults() {}

    /** The defaults, overridden by what the statement says. */
    static Map<String, String> with(Map<String, String> stated) {
        Map<String, String> properties = new HashMap<>();
        properties.put(TableProperties.FORMAT_VERSION, "2");
        properties.put(TableProperties.DEFAULT_FILE_FORMAT, "parquet");
        properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
        // Rows of a frame are small: a file of this size holds about a day of one bucket, and a query still splits it.
        properties.put(TableProperties.WRITE_TARGET_FILE_SIZE_BYTES, String.valueOf(128 * MEGABYTE));
        // One writer a partition: otherwise each commit leaves (writers x partitions) small files.
        properties.put(TableProperties.WRITE_DISTRIBUTION_MODE, DistributionMode.HASH.modeName());
        properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
        properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
        // How far back expiry keeps snapshots: each is listed in every metadata file, and there are thousands a day.
        properties.put(TableProperties.MAX_SNAPSHOT_AGE_MS, String.valueOf(6 * HOUR_MILLIS));
        properties.put(TableProperties.MIN_SNAPSHOTS_TO_KEEP, "10");
        properties.putAll(stated);
        return properties;
    }
}
