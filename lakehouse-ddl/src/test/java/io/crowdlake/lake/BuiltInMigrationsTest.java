package io.crowdlake.lake;

import static io.crowdlake.lake.TestingCatalogs.NAMESPACE;
import static io.crowdlake.lake.TestingCatalogs.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.lake.ddl.PartitionTransform;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as a new lake gets them. */
class BuiltInMigrationsTest {

    private final InMemoryCatalog catalog = TestingCatalogs.inMemory();

    @BeforeEach
    void migrate() {
        Migrator.migrate(catalog, NAMESPACE, MigrationSource.builtIn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frame_analyses | day(captured_at), bucket(device_id, 16)",
                "visits | day(first_seen)",
                "crowd_demographics_revisions | month(window_start)",
                "dead_letters | day(occurred_at)",
                "device_telemetry | day(sent_at)",
                "devices | ''",
                "schema_history | ''",
            })
    void aTableIsPartitionedByTheTimeThatQueriesAskFor(String name, String partitioning) {
        Table table = catalog.loadTable(table(name));

        Stream<String> transforms =
                table.spec().fields().stream().map(field -> PartitionTransform.notation(field, table.schema()));
        assertThat(String.join(", ", transforms.toList())).isEqualTo(partitioning);
    }

    @Test
    void everyTableAndColumnSaysWhatItIs() {
        for (Table table : tables()) {
            assertThat(table.properties().get("comment")).as(table.name()).isNotBlank();
            assertThat(table.schema().columns()).allSatisfy(column -> assertThat(column.doc())
                    .as("%s.%s", table.name(), column.name())
                    .isNotBlank());
        }
    }

    @Test
    void timesAreUtcWithMicrosecondsAndNamesAreSnakeCase() {
        for (Table table : tables()) {
            table.schema().columns().forEach(column -> {
                assertThat(column.name()).matches("[a-z][a-z0-9_]*");
                if (column.type() instanceof Types.TimestampType time) {
                    assertThat(time.shouldAdjustToUTC()).as(column.name()).isTrue();
                }
            });
        }
    }

    @Test
    void theWordsInTheCommentsAreThoseOfTheContracts() {
        assertThat(words("age_band"))
                .containsExactlyElementsOf(labels(Stream.of(AgeBand.values()).map(AgeBand::label)));
        assertThat(words("gender"))
                .containsExactlyElementsOf(labels(Stream.of(Gender.values()).map(Gender::label)));
        assertThat(words("emotion"))
                .containsExactlyElementsOf(labels(Stream.of(Emotion.values()).map(Emotion::label)));
        assertThat(words("heading"))
                .containsExactlyElementsOf(labels(Stream.of(Heading.values()).map(Heading::label)));
        assertThat(catalog.loadTable(table("visits"))
                        .schema()
                        .findField("recognition")
                        .doc())
                .contains(
                        Stream.of(Recognition.values()).map(Recognition::label).toList());
    }

    /** What stands behind the colon: {@code Apparent gender: female, male or unknown}. */
    private List<String> words(String column) {
        String doc =
                catalog.loadTable(table("visits")).schema().findField(column).doc();
        return List.of(doc.substring(doc.indexOf(':') + 2).split(", | or "));
    }

    private static List<String> labels(Stream<String> labels) {
        return labels.toList();
    }

    private List<Table> tables() {
        return catalog.listTables(NAMESPACE).stream().map(catalog::loadTable).toList();
    }
}
