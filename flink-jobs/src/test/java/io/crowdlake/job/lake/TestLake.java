package io.crowdlake.job.lake;

import io.crowdlake.job.options.JobConf;
import io.crowdlake.lake.Migration;
import io.crowdlake.lake.MigrationSource;
import io.crowdlake.lake.ddl.ChangeApplier;
import io.crowdlake.lake.ddl.DdlParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;

/** A lake in a folder, with the tables that the migrations create. */
public final class TestLake {

    private static final Namespace NAMESPACE = Namespace.of("crowdlake");

    private final String warehouse;
    private final HadoopCatalog catalog;

    private TestLake(Path folder) {
        this.warehouse = folder.toUri().toString();
        this.catalog = new HadoopCatalog();
        catalog.setConf(new Configuration());
        catalog.initialize("lake", Map.of(CatalogProperties.WAREHOUSE_LOCATION, warehouse));
    }

    public static TestLake in(Path folder) {
        return new TestLake(folder);
    }

    /** Creates the tables. The migrator itself would also write its history, with an Avro that Iceberg's Flink jar hides. */
    public TestLake migrated() {
        DdlParser parser = new DdlParser();
        ChangeApplier applier = new ChangeApplier(catalog, NAMESPACE);
        MigrationSource.builtIn().migrations().stream()
                .sorted(Comparator.comparingInt(Migration::version))
                .flatMap(migration -> parser.parse(migration.fileName(), migration.sql()).stream())
                .forEach(applier::apply);
        return this;
    }

    /** Options of a job on this lake; those given come on top. */
    public JobConf conf(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--hub.bootstrap-servers", "127.0.0.1:1",
                "--hub.security-protocol", "PLAINTEXT",
                "--lake.catalog-type", "hadoop",
                "--lake.warehouse", warehouse));
        arguments.addAll(List.of(more));
        return JobConf.of(arguments.toArray(String[]::new));
    }

    public HadoopCatalog catalog() {
        return catalog;
    }

    public Table table(LakeTable<?> table) {
        return catalog.loadTable(TableIdentifier.of(NAMESPACE, table.name()));
    }

    /** Everything that has been committed. */
    public List<Record> rows(LakeTable<?> table) {
        try (CloseableIterable<Record> records =
                IcebergGenerics.read(table(table)).build()) {
            List<Record> rows = new ArrayList<>();
            records.forEach(row -> rows.add(row.copy()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column of everything that has been committed. */
    public Stream<Object> values(LakeTable<?> table, String column) {
        return rows(table).stream().map(row -> row.getField(column));
    }
}
