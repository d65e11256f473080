package io.crowdlake.job.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.options.JobRefusedException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that is not there, or is another one than the job expects, is found out before the job starts. */
class LakeCatalogTest {

    private static final TableIdentifier DEAD_LETTERS = TableIdentifier.of("crowdlake", "dead_letters");

    @TempDir
    Path folder;

    private TestLake lake;
    private LakeCatalog catalog;

    @BeforeEach
    void openCatalog() {
        lake = TestLake.in(folder);
        catalog = new LakeCatalog(lake.conf().lake());
    }

    @Test
    void missingTable() {
        assertRefused("error: there is no table lake.crowdlake.dead_letters, run ./crowd lake migrate first");
    }

    @Test
    void missingColumn() {
        create(without(migratedFields(), "reason"));
        assertRefused(
                "error: table lake.crowdlake.dead_letters does not fit: column reason is missing; run ./crowd lake"
                        + " migrate with the version of this job");
    }

    @Test
    void columnOfAnotherType() {
        create(with(without(migratedFields(), "payload_bytes"), field("payload_bytes", Types.StringType.get(), true)));
        assertRefused("column payload_bytes is string, must be long");
    }

    @Test
    void columnThatMayBeNullButMustNot() {
        create(with(without(migratedFields(), "device_id"), field("device_id", Types.StringType.get(), false)));
        assertRefused("column device_id must accept null");
    }

    @Test
    void columnThatTheJobDoesNotFill() {
        create(with(migratedFields(), field("site", Types.StringType.get(), false)));
        assertRefused("column site is not filled by this job, must accept null");
    }

    @Test
    void columnOfAnArrayOfRows() {
        Types.StructType table = new Schema(field(
                        "age_gender",
                        Types.ListType.ofOptional(
                                101,
                                Types.StructType.of(
                                        Types.NestedField.optional(102, "age_band", Types.StringType.get()),
                                        Types.NestedField.optional(103, "gender", Types.LongType.get()),
                                        Types.NestedField.optional(104, "visitors", Types.LongType.get()))),
                        true))
                .asStruct();
        Column<?> column = LakeTable.CROWD_DEMOGRAPHICS.layout().columns().stream()
                .filter(candidate -> candidate.name().equals("age_gender"))
                .findFirst()
                .orElseThrow();
        assertThat(column.misfit(table.field("age_gender"))).contains("column gender is long, must be string");
    }

    @Test
    void orderOfTheColumnsDoesNotMatterAndOthersStayEmpty() {
        List<Types.NestedField> fields = with(migratedFields(), field("site", Types.StringType.get(), true));
        Collections.reverse(fields);
        create(fields);

        Table table = catalog.load(LakeTable.DEAD_LETTERS);
        RowData row = LakeTable.DEAD_LETTERS
                .layout()
                .bind(table.schema().asStruct())
                .map(new DeadLetter(DeadLetterReason.BODY_EMPTY, "empty", "entrance-1", null, 0, null, Instant.EPOCH));

        assertThat(row.isNullAt(0)).as("site").isTrue();
        assertThat(row.getTimestamp(1, 6).toInstant()).as("occurred_at").isEqualTo(Instant.EPOCH);
        assertThat(row.getString(row.getArity() - 1)).as("reason").hasToString("BODY_EMPTY");
    }

    @Test
    void catalogThatCannotBeReached() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        JobConf conf = lake.conf(
                "--lake.catalog-type",
                "jdbc",
                "--lake.catalog-uri",
                "jdbc:postgresql://127.0.0.1:" + closedPort + "/iceberg");

        assertThatThrownBy(() -> new LakeCatalog(conf.lake()).load(LakeTable.DEAD_LETTERS))
                .isInstanceOf(JobRefusedException.class)
                .hasMessageStartingWith("error: lake.catalog-uri is jdbc:postgresql://127.0.0.1:" + closedPort
                        + "/iceberg, must be a catalog that can be reached and signed in to (")
                .hasMessageNotContaining("\n");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> catalog.load(LakeTable.DEAD_LETTERS))
                .isInstanceOf(JobRefusedException.class)
                .hasMessageContaining(message);
    }

    private List<Types.NestedField> migratedFields() {
        lake.migrated();
        List<Types.NestedField> fields =
                new ArrayList<>(lake.table(LakeTable.DEAD_LETTERS).schema().columns());
        lake.catalog().dropTable(DEAD_LETTERS);
        return fields;
    }

    private void create(List<Types.NestedField> fields) {
        lake.catalog().createTable(DEAD_LETTERS, new Schema(fields), PartitionSpec.unpartitioned());
    }

    private static List<Types.NestedField> without(List<Types.NestedField> fields, String name) {
        fields.removeIf(field -> field.name().equals(name));
        return fields;
    }

    private static List<Types.NestedField> with(List<Types.NestedField> fields, Types.NestedField field) {
        fields.add(field);
        return fields;
    }

    private static Types.NestedField field(String name, Type type, boolean optional) {
        return optional ? Types.NestedField.optional(100, name, type) : Types.NestedField.required(100, name, type);
    }
}
