package io.crowdlake.lake.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.lake.LakeException;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdlParserTest {

    private final DdlParser parser = new DdlParser();

    @Test
    void createTableBecomesSchemaLayoutAndComments() {
        LakeChange.CreateTable table = (LakeChange.CreateTable) one("""
                CREATE TABLE IF NOT EXISTS Visits (
                    visit_id varchar NOT NULL COMMENT 'it''s an identity',
                    faces array(row(x double)),
                    seen timestamp(6) with time zone
                )
                COMMENT 'One visit a row'
                WITH (
                    format = 'PARQUET', format_version = 2,
                    partitioning = ARRAY['day(seen)', 'bucket(visit_id, 16)'],
                    sorted_by = ARRAY['seen DESC']
                );
                """);

        assertThat(table.table()).isEqualTo("visits");
        assertThat(table.comment()).contains("One visit a row");
        Types.NestedField visitId = table.schema().findField("visit_id");
        assertThat(visitId.isRequired()).isTrue();
        assertThat(visitId.doc()).isEqualTo("it's an identity");
        assertThat(table.schema().findField("faces.element.x").type()).isEqualTo(Types.DoubleType.get());
        assertThat(table.schema().findField("seen").isOptional()).isTrue();
        assertThat(table.layout().partitioning().orElseThrow()).hasToString("[day(seen), bucket(visit_id, 16)]");
        assertThat(table.layout().sortedBy()).contains(List.of(new SortField("seen", false, false)));
    }

    @Test
    void aFileMayHoldSeveralStatements() {
        List<LakeChange> changes = parser.parse("V002__more.sql", """
                CREATE SCHEMA IF NOT EXISTS archive;
                ALTER TABLE visits ADD COLUMN zone varchar COMMENT 'Where';
                ALTER TABLE visits ADD COLUMN IF NOT EXISTS faces.element.y double;
                ALTER TABLE visits SET PROPERTIES partitioning = ARRAY['month(seen)'];
                COMMENT ON TABLE visits IS 'New words';
                COMMENT ON COLUMN visits.zone IS NULL;
                """);

        assertThat(changes).extracting(change -> change.statement().line()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(changes.get(0))
                .isInstanceOfSatisfying(LakeChange.CreateSchema.class, schema -> assertThat(schema.schema())
                        .isEqualTo("archive"));
        assertThat(changes.get(1)).isInstanceOfSatisfying(LakeChange.AddColumn.class, column -> {
            assertThat(column.path()).containsExactly("zone");
            assertThat(column.comment()).contains("Where");
        });
        assertThat(changes.get(2))
                .isInstanceOfSatisfying(LakeChange.AddColumn.class, column -> assertThat(column.path())
                        .containsExactly("faces", "element", "y"));
        assertThat(changes.get(3)).isInstanceOfSatisfying(LakeChange.SetLayout.class, layout -> {
            assertThat(layout.layout().partitioning().orElseThrow()).hasToString("[month(seen)]");
            assertThat(layout.layout().sortedBy()).isEmpty();
        });
        assertThat(changes.get(4))
                .isInstanceOfSatisfying(LakeChange.CommentOnTable.class, comment -> assertThat(comment.comment())
                        .contains("New words"));
        assertThat(changes.get(5)).isInstanceOfSatisfying(LakeChange.CommentOnColumn.class, comment -> {
            assertThat(comment.column()).isEqualTo("zone");
            assertThat(comment.comment()).isEqualTo(Optional.empty());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE visits | DROP TABLE is not supported in a migration, must be one of CREATE SCHEMA, CREATE TABLE",
                "ALTER TABLE visits DROP COLUMN zone | ALTER TABLE is not supported",
                "ALTER TABLE visits RENAME TO stays | ALTER TABLE is not supported",
                "INSERT INTO visits VALUES (1) | INSERT INTO is not supported",
                "CREATE VIEW v AS SELECT 1 AS one | CREATE VIEW is not supported",
                "COMMENT ON VIEW v IS 'words' | COMMENT ON is not supported",
                "CREATE TABLE t AS SELECT 1 AS one | CREATE TABLE is not supported",
                "SELECT 1 | SELECT 1 is not supported",
                "CREATE OR REPLACE TABLE t (a bigint) | CREATE OR REPLACE TABLE would throw the data away: use CREATE TABLE",
                "CREATE TABLE t (a bigint, LIKE u) | LIKE is not supported in CREATE TABLE: write the columns out",
                "CREATE TABLE t (a varchar(10)) | type varchar(10) is not supported, must be one of boolean",
                "CREATE TABLE t (a timestamp) | type timestamp is not supported",
                "CREATE TABLE t (a bigint WITH (x = 1)) | column a has WITH: leave it out",
                "CREATE TABLE lake.crowdlake.t (a bigint) | name lake.crowdlake.t has several parts: write it without catalog and schema",
                "CREATE TABLE t (a bigint) WITH (location = 's3://x') | property location is not supported, must be one of partitioning",
                "CREATE TABLE t (a bigint) WITH (format = 'ORC') | property format is orc, must be 'PARQUET'",
                "CREATE TABLE t (a bigint) WITH (format_version = 3) | property format_version is 3, must be 2",
                "CREATE TABLE t (a bigint) WITH (partitioning = 'a') | property partitioning is 'a', must be an ARRAY of texts",
                "CREATE TABLE t (a bigint) WITH (partitioning = ARRAY[1]) | property partitioning has 1, must be a text in quotes",
                "CREATE TABLE t (a bigint) WITH (partitioning = ARRAY['week(a)']) | partitioning has week(a), must be a column or year(c)",
                "CREATE TABLE t (a bigint) WITH (sorted_by = ARRAY['a up']) | sorted_by has a up, must be a column",
                "ALTER TABLE t SET PROPERTIES format = DEFAULT | property format is DEFAULT: write its value out",
                "ALTER TABLE t ADD COLUMN a bigint NOT NULL | column a is NOT NULL, which rows from before cannot be",
                "COMMENT ON COLUMN zone IS 'words' | zone is no column, must be written as table.column",
                "CREATE TABLE t (a bigint | is no SQL that Trino understands: mismatched input '<EOF>'",
            })
    void whatCannotBeCarriedOutIsRefusedWithFileAndLine(String sql, String message) {
        assertThatThrownBy(() -> parser.parse("V003__x.sql", "-- a comment first\n\n" + sql + ";"))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("V003__x.sql:3: " + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aSyntaxErrorNamesItsOwnLine() {
        assertThatThrownBy(() -> one("CREATE TABLE t (\n  a bigint,\n  b bigint bigint\n)"))
                .hasMessageStartingWith("V001__x.sql:3: is no SQL that Trino understands");
    }

    private LakeChange one(String sql) {
        List<LakeChange> changes = parser.parse("V001__x.sql", sql);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }
}
