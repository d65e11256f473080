package io.crowdlake.lake.ddl;

import static io.crowdlake.lake.TestingCatalogs.NAMESPACE;
import static io.crowdlake.lake.TestingCatalogs.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.lake.LakeException;
import io.crowdlake.lake.TestingCatalogs;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeApplierTest {

    private static final String VISITS = """
            CREATE TABLE visits (
                id varchar NOT NULL COMMENT 'identity',
                seen timestamp(6) with time zone NOT NULL,
                faces array(row(x double))
            )
            COMMENT 'One visit a row'
            WITH (partitioning = ARRAY['day(seen)'], sorted_by = ARRAY['id']);
            """;

    private final InMemoryCatalog catalog = TestingCatalogs.inMemory();

    @BeforeEach
    void createNamespace() {
        catalog.createNamespace(NAMESPACE);
    }

    @Test
    void aTableGetsWhatItsStatementSaysAndTheDefaults() {
        apply(VISITS);

        Table visits = visits();
        assertThat(visits.schema().findField("id").doc()).isEqualTo("identity");
        assertThat(visits.spec().fields()).extracting(field -> field.name()).containsExactly("seen_day");
        assertThat(visits.sortOrder().fields()).hasSize(1);
        assertThat(((HasTableOperations) visits).operations().current().formatVersion())
                .isEqualTo(2);
        assertThat(visits.properties())
                .containsEntry("comment", "One visit a row")
                .containsEntry("write.format.default", "parquet")
                .containsEntry("write.parquet.compression-codec", "zstd")
                .containsEntry("write.metadata.delete-after-commit.enabled", "true")
                .containsEntry("write.metadata.previous-versions-max", "20");
    }

    @Test
    void everyStatementMayComeTwice() {
        String all = VISITS + """
                CREATE SCHEMA archive;
                ALTER TABLE visits ADD COLUMN zone varchar COMMENT 'where';
                ALTER TABLE visits ADD COLUMN faces.element.y double;
                ALTER TABLE visits SET PROPERTIES partitioning = ARRAY['month(seen)', 'bucket(id, 4)'], sorted_by = ARRAY['seen DESC'], format = 'PARQUET', format_version = 2;
                COMMENT ON TABLE visits IS 'Words';
                COMMENT ON COLUMN visits.id IS 'Other words';
                """;
        apply(all);
        String after = metadataFile();

        apply(all);

        assertThat(metadataFile()).as("a second run commits nothing").isEqualTo(after);
        Table visits = visits();
        assertThat(visits.schema().findField("zone").doc()).isEqualTo("where");
        assertThat(visits.schema().findField("faces.element.y")).isNotNull();
        assertThat(visits.spec().fields())
                .filteredOn(field -> !field.transform().isVoid())
                .extracting(field -> PartitionTransform.notation(field, visits.schema()))
                .containsExactly("month(seen)", "bucket(id, 4)");
        assertThat(visits.sortOrder().toString()).contains("DESC");
        assertThat(visits.properties()).containsEntry("comment", "Words");
        assertThat(visits.schema().findField("id").doc()).isEqualTo("Other words");
        assertThat(catalog.namespaceExists(Namespace.of("archive"))).isTrue();
    }

    @Test
    void commentsCanBeTakenAway() {
        apply(VISITS + "COMMENT ON TABLE visits IS NULL; COMMENT ON COLUMN visits.id IS NULL;");

        assertThat(visits().properties()).doesNotContainKey("comment");
        assertThat(visits().schema().findField("id").doc()).isNull();
    }

    @Test
    void anotherTableOfThatNameIsLeftAlone() {
        apply("CREATE TABLE visits (id bigint NOT NULL)");

        assertRefused(
                VISITS,
                "V001__x.sql:1: table visits is there already, but its column id is bigint, not varchar: rename or drop that table,"
                        + " or migrate into another namespace");
        assertThat(visits().schema().columns()).hasSize(1);
    }

    @Test
    void aTableOfAnotherShapeOrPartitioningIsAnotherTable() {
        apply("CREATE TABLE visits (id varchar NOT NULL, seen timestamp(6) with time zone NOT NULL)");
        assertRefused(VISITS, "V001__x.sql:1: table visits is there already, but without column faces");

        apply("ALTER TABLE visits ADD COLUMN faces array(row(x bigint))");
        assertRefused(
                VISITS, "V001__x.sql:1: table visits is there already, but its column faces is array(row(x bigint))");

        catalog.dropTable(table("visits"));
        apply(VISITS.replace("day(seen)", "hour(seen)"));
        assertRefused(
                VISITS,
                "V001__x.sql:1: table visits is there already, but partitioned by [hour(seen)], not by [day(seen)]");
    }

    @Test
    void aColumnOfAnotherTypeIsAnotherColumn() {
        apply(VISITS);

        assertRefused(
                "ALTER TABLE visits ADD COLUMN id bigint",
                "V001__x.sql:1: column id is there already, but is varchar, not bigint: choose another name");
    }

    @Test
    void whatIsNotThereIsNamed() {
        apply(VISITS);

        assertRefused(
                "ALTER TABLE stays ADD COLUMN a bigint", "V001__x.sql:1: table stays is not there: create it first");
        assertRefused("COMMENT ON COLUMN visits.nothing IS 'x'", "V001__x.sql:1: table visits has no column nothing");
        assertRefused(
                "ALTER TABLE visits ADD COLUMN boxes.x double", "V001__x.sql:1: table visits has no column boxes");
        assertRefused(
                "CREATE TABLE t (a bigint) WITH (partitioning = ARRAY['day(b)'])",
                "V001__x.sql:1: the table's layout does not fit its columns");
    }

    @Test
    void losingACommitToAnotherWriterIsTriedAgain() {
        apply(VISITS);
        LosingCatalog losing = new LosingCatalog(catalog, 2);

        new DdlParser()
                .parse("V002__x.sql", "ALTER TABLE visits ADD COLUMN zone varchar")
                .forEach(new ChangeApplier(losing, NAMESPACE)::apply);

        assertThat(visits().schema().findField("zone")).isNotNull();
        assertThat(losing.lossesLeft()).isZero();
    }

    @Test
    void losingEveryCommitIsReported() {
        apply(VISITS);
        ChangeApplier applier = new ChangeApplier(new LosingCatalog(catalog, 100), NAMESPACE);
        LakeChange change = new DdlParser()
                .parse("V002__x.sql", "ALTER TABLE visits ADD COLUMN zone varchar")
                .get(0);

        assertThatThrownBy(() -> applier.apply(change))
                .isInstanceOf(LakeException.class)
                .hasMessage(
                        "V002__x.sql:1: another writer changed the table each time: run it again when no other is at work");
    }

    private void apply(String sql) {
        ChangeApplier applier = new ChangeApplier(catalog, NAMESPACE);
        new DdlParser().parse("V001__x.sql", sql).forEach(applier::apply);
    }

    private void assertRefused(String sql, String message) {
        assertThatThrownBy(() -> apply(sql)).isInstanceOf(LakeException.class).hasMessageStartingWith(message);
    }

    private Table visits() {
        return catalog.loadTable(table("visits"));
    }

    private String metadataFile() {
        return ((HasTableOperations) visits()).operations().current().metadataFileLocation();
    }
}
