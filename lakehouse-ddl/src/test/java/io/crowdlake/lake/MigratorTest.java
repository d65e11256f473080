package io.crowdlake.lake;

import static io.crowdlake.lake.TestingCatalogs.NAMESPACE;
import static io.crowdlake.lake.TestingCatalogs.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.Test;

class MigratorTest {

    private static final Migration CAMERAS = Migration.of("V001__cameras.sql", "CREATE TABLE cameras (id varchar);");
    private static final Migration TWO_TABLES = Migration.of(
            "V002__two.sql",
            "CREATE TABLE sites (id varchar); CREATE TABLE zones (id varchar); ALTER TABLE sites ADD COLUMN city varchar;");

    private final InMemoryCatalog catalog = TestingCatalogs.inMemory();

    @Test
    void appliesInOrderOfVersionAndMakesTheNamespace() {
        MigrationReport report = migrate(catalog, TWO_TABLES, CAMERAS);

        assertThat(report).isEqualTo(new MigrationReport(List.of(CAMERAS, TWO_TABLES), 0));
        assertThat(catalog.listTables(NAMESPACE))
                .containsExactlyInAnyOrder(table("cameras"), table("sites"), table("zones"), table("schema_history"));
    }

    @Test
    void aSecondRunDoesNothing() {
        migrate(catalog, CAMERAS);
        assertThat(migrate(catalog, CAMERAS)).isEqualTo(new MigrationReport(List.of(), 1));
        assertThat(migrate(catalog, CAMERAS, TWO_TABLES)).isEqualTo(new MigrationReport(List.of(TWO_TABLES), 1));
        assertThat(migrate(catalog, CAMERAS, TWO_TABLES)).isEqualTo(new MigrationReport(List.of(), 2));
    }

    @Test
    void aRunThatWasCutOffGoesOn() {
        // history, cameras and sites can be made, then it breaks off within the second file
        TestingCatalogs.Failing failing = new TestingCatalogs.Failing(3);
        assertThatThrownBy(() -> migrate(failing, CAMERAS, TWO_TABLES)).hasMessage("the lights went out");
        assertThat(states(failing, CAMERAS, TWO_TABLES))
                .containsExactly(MigrationStatus.State.APPLIED, MigrationStatus.State.PENDING);

        failing.repair();

        assertThat(migrate(failing, CAMERAS, TWO_TABLES)).isEqualTo(new MigrationReport(List.of(TWO_TABLES), 1));
        assertThat(failing.loadTable(table("sites")).schema().findField("city")).isNotNull();
        assertThat(failing.tableExists(table("zones"))).isTrue();
    }

    @Test
    void aRunThatWasCutOffBeforeItsRecordGoesOn() {
        migrate(catalog, CAMERAS, TWO_TABLES);
        catalog.dropTable(table("schema_history"));

        assertThat(migrate(catalog, CAMERAS, TWO_TABLES).applied()).containsExactly(CAMERAS, TWO_TABLES);
        assertThat(catalog.loadTable(table("sites")).schema().columns()).hasSize(2);
    }

    @Test
    void nothingIsAppliedWhenAnyFileCannotBeUnderstood() {
        Migration wrong = Migration.of("V003__wrong.sql", "DROP TABLE cameras;");

        assertRefused("V003__wrong.sql:1: DROP TABLE is not supported", CAMERAS, wrong);
        assertThat(catalog.listNamespaces()).isEmpty();
    }

    @Test
    void aChangedFileIsRefusedWithTheRemedy() {
        migrate(catalog, CAMERAS);
        Migration changed = Migration.of(CAMERAS.fileName(), "CREATE TABLE cameras (id varchar, site varchar);");

        assertRefused("migration V001__cameras.sql was changed after it had been applied at ", changed);
        assertThatThrownBy(() -> migrate(catalog, changed))
                .hasMessageEndingWith("restore the file and put the change into a new migration")
                .hasMessageContaining(CAMERAS.checksum().substring(0, 15));
        assertThat(states(catalog, changed)).containsExactly(MigrationStatus.State.CHANGED);
    }

    @Test
    void lineEndsAreNoChange() {
        migrate(catalog, Migration.of("V001__a.sql", "CREATE TABLE cameras (\n id varchar\n);\n"));

        assertThat(migrate(catalog, Migration.of("V001__a.sql", "CREATE TABLE cameras (\r\n id varchar\r\n);"))
                        .applied())
                .isEmpty();
    }

    @Test
    void aFileThatComesTooLateIsRefused() {
        migrate(catalog, TWO_TABLES);

        assertRefused(
                "migration V001__cameras.sql comes before V002, which has been applied: give it the next free number",
                CAMERAS,
                TWO_TABLES);
    }

    @Test
    void aLakeOfANewerVersionIsRefused() {
        migrate(catalog, CAMERAS, TWO_TABLES);

        assertRefused(
                "the lake has migration V002__two.sql, which this version of Crowdlake does not know: use the version that applied it,"
                        + " or a newer one",
                CAMERAS);
        assertThat(states(catalog, CAMERAS))
                .containsExactly(MigrationStatus.State.APPLIED, MigrationStatus.State.UNKNOWN);
    }

    @Test
    void twoFilesOfOneVersionAreRefused() {
        assertRefused(
                "two migrations have the version V001, one of them V001__other.sql: give one the next free number",
                CAMERAS,
                Migration.of("V001__other.sql", "CREATE TABLE others (id varchar)"));
    }

    @Test
    void statusOfAnEmptyLakeIsPendingAndChangesNothing() {
        assertThat(Migrator.status(catalog, NAMESPACE, () -> List.of(TWO_TABLES, CAMERAS)))
                .containsExactly(
                        new MigrationStatus("V001", "V001__cameras.sql", MigrationStatus.State.PENDING, null),
                        new MigrationStatus("V002", "V002__two.sql", MigrationStatus.State.PENDING, null));
        assertThat(catalog.listNamespaces()).isEmpty();
    }

    @Test
    void statusTellsWhenOneWasApplied() {
        migrate(catalog, CAMERAS);

        assertThat(Migrator.status(catalog, NAMESPACE, () -> List.of(CAMERAS)))
                .singleElement()
                .satisfies(status -> assertThat(status.appliedAt()).isNotNull());
    }

    private static List<MigrationStatus.State> states(Catalog catalog, Migration... migrations) {
        return Migrator.status(catalog, NAMESPACE, () -> Arrays.asList(migrations)).stream()
                .map(MigrationStatus::state)
                .toList();
    }

    private static MigrationReport migrate(Catalog catalog, Migration... migrations) {
        return Migrator.migrate(catalog, NAMESPACE, () -> Arrays.asList(migrations));
    }

    private void assertRefused(String message, Migration... migrations) {
        assertThatThrownBy(() -> migrate(catalog, migrations))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }
}
