package io.crowdlake.job.lake;

import io.crowdlake.job.options.JobConf;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.FlinkWriteOptions;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.flink.util.FlinkCompatibilityUtil;

/**
 * Appends records to the tables. Files are written between two checkpoints and committed with the later one, together with the offsets of the
 * source: after a failure nothing is there twice, and nothing is missing.
 *
 * <pre>
 * records ─► UID-rows ─► UID: Writer ─► pre-commit aggregator ─► UID: Committer
 *            to table's   by partition, or  one per table
 *            order        one for a quiet table
 * </pre>
 */
public final class LakeSinks {

    private final LakeCatalog catalog;

    public LakeSinks(LakeCatalog catalog) {
        this.catalog = catalog;
    }

    /** Into the tables that the options name. */
    public static LakeSinks of(JobConf conf) {
        return new LakeSinks(new LakeCatalog(conf.lake()));
    }

    /** Adds the sink of a table to a stream; throws JobRefusedException when the table is missing or does not fit. */
    public <T> void append(DataStream<T> records, LakeTable<T> lakeTable) {
        Table table = catalog.load(lakeTable);
        DataStream<RowData> rows = records.map(
                        lakeTable.layout().bind(table.schema().asStruct()))
                .returns(FlinkCompatibilityUtil.toTypeInfo(FlinkSchemaUtil.convert(table.schema())))
                .uid(lakeTable.uid() + "-rows")
                .name(lakeTable.uid() + "-rows");
        IcebergSink.Builder sink = IcebergSink.forRowData(rows)
                .table(table)
                .tableLoader(catalog.tableLoader(lakeTable))
                .uidSuffix(lakeTable.uid())
                .upsert(false)
                .distributionMode(lakeTable.busy() ? DistributionMode.HASH : DistributionMode.NONE)
                .set(FlinkWriteOptions.WRITE_FORMAT.key(), FileFormat.PARQUET.name())
                .set(FlinkWriteOptions.COMPRESSION_CODEC.key(), "zstd");
        (lakeTable.busy() ? sink : sink.writeParallelism(1)).append();
    }
}
