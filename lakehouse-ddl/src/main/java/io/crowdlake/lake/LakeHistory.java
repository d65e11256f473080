package io.crowdlake.lake;

import io.crowdlake.lake.ddl.Namespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.avro.Avro;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.avro.DataWriter;
import org.apache.iceberg.data.avro.PlannedDataReader;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;

/**
 * Which files have been applied to a namespace: the table {@code schema_history} in it. (Namespace properties would do, but Trino's SHOW
 * CREATE SCHEMA fails on any that it does not know.) Rows are Avro, so that writing one needs no Parquet and no Hadoop.
 */
final class LakeHistory {

    static final String TABLE = "schema_history";

    private static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, "version", Types.StringType.get(), "V001 of a migration, R01 of a view"),
            Types.NestedField.required(2, "file_name", Types.StringType.get(), "File that was applied"),
            Types.NestedField.required(
                    3, "checksum", Types.StringType.get(), "SHA-256 of its text, line ends and outer blanks aside"),
            Types.NestedField.required(4, "applied_at", Types.TimestampType.withZone(), "When it was applied, UTC"));

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("comment", "One applied migration or view file a row; the newest of a view counts"),
            Map.entry(TableProperties.FORMAT_VERSION, "2"),
            Map.entry(TableProperties.DEFAULT_FILE_FORMAT, "avro"),
            // Runs at the same time write here one after the other.
            Map.entry(TableProperties.COMMIT_NUM_RETRIES, "20"));

    private final Catalog catalog;
    private final Namespace namespace;
    private final TableIdentifier name;

    LakeHistory(Catalog catalog, Namespace namespace) {
        this.catalog = catalog;
        this.namespace = namespace;
        this.name = TableIdentifier.of(namespace, TABLE);
    }

    /** Makes the namespace and the table when they are not there yet. */
    void create() {
        Namespaces.createIfMissing(catalog, namespace);
        if (!catalog.tableExists(name)) {
            try {
                catalog.buildTable(name, SCHEMA).withProperties(PROPERTIES).create();
            } catch (AlreadyExistsException e) {
                // Another run was quicker, which is just as well.
            }
        }
    }

    /** The migrations, by number. Of two runs at once both may have recorded one; the first record counts. */
    SortedMap<Integer, HistoryEntry> migrations() {
        SortedMap<Integer, HistoryEntry> migrations = new TreeMap<>();
        entries().stream()
                .filter(HistoryEntry::isMigration)
                .forEach(entry ->
                        migrations.putIfAbsent(Integer.valueOf(entry.version().substring(1)), entry));
        return migrations;
    }

    /** The views as they were applied last, by version. */
    SortedMap<String, HistoryEntry> views() {
        SortedMap<String, HistoryEntry> views = new TreeMap<>();
        entries().stream().filter(entry -> !entry.isMigration()).forEach(entry -> views.put(entry.version(), entry));
        return views;
    }

    void append(HistoryEntry entry) {
        Table table = catalog.loadTable(name);
        GenericRecord row = GenericRecord.create(SCHEMA);
        row.setField("version", entry.version());
        row.setField("file_name", entry.fileName());
        row.setField("checksum", entry.checksum());
        row.setField("applied_at", entry.appliedAt().atOffset(ZoneOffset.UTC));
        try {
            table.newAppend().appendFile(write(table, row)).commit();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + table.location(), e);
        }
    }

    private static DataFile write(Table table, Record row) throws IOException {
        String file = table.locationProvider().newDataLocation(UUID.randomUUID() + ".avro");
        org.apache.iceberg.io.DataWriter<Record> writer = Avro.writeData(
                        table.io().newOutputFile(file))
                .schema(SCHEMA)
                .withSpec(PartitionSpec.unpartitioned())
                .createWriterFunc(DataWriter::create)
                .build();
        try (writer) {
            writer.write(row);
        }
        return writer.toDataFile();
    }

    /** All rows, oldest first; none when nothing has been applied yet. */
    private List<HistoryEntry> entries() {
        if (!catalog.tableExists(name)) {
            return List.of();
        }
        Table table = catalog.loadTable(name);
        List<HistoryEntry> entries = new ArrayList<>();
        try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
            for (FileScanTask file : files) {
                entries.addAll(read(table, file.file()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table.location(), e);
        }
        entries.sort(Comparator.comparing(HistoryEntry::appliedAt));
        return entries;
    }

    private static List<HistoryEntry> read(Table table, DataFile file) throws IOException {
        List<HistoryEntry> entries = new ArrayList<>();
        try (CloseableIterable<Record> rows = Avro.read(table.io().newInputFile(file.location()))
                .project(SCHEMA)
                .createResolvingReader(PlannedDataReader::create)
                .build()) {
            for (Record row : rows) {
                entries.add(new HistoryEntry(
                        (String) row.getField("version"),
                        (String) row.getField("file_name"),
                        (String) row.getField("checksum"),
                        ((OffsetDateTime) row.getField("applied_at")).toInstant()));
            }
        }
        return entries;
    }
}
