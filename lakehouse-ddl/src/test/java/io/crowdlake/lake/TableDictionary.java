package io.crowdlake.lake;

import static io.crowdlake.lake.TestingCatalogs.NAMESPACE;

import io.crowdlake.lake.ddl.ColumnTypes;
import io.crowdlake.lake.ddl.PartitionTransform;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Comment;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Statement;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;

/** The page that says what each table and view holds, from the comments in the SQL files. */
final class TableDictionary {

    private final StringBuilder page = new StringBuilder();

    private TableDictionary() {}

    /** The page as Markdown. */
    static String markdown() {
        TableDictionary dictionary = new TableDictionary();
        dictionary.page.append("""
                # Tables and views

                Generated from the comments in `lakehouse-ddl/src/main/resources/io/crowdlake/lake`; a test keeps it up to date.
                Catalog `lake`, schema `crowdlake`. All times are UTC with microseconds unless a column says otherwise.
                Age, gender and emotion are what a network guesses from a picture, never facts about a person.
                """);
        dictionary.tables();
        dictionary.views();
        return dictionary.page.toString();
    }

    private void tables() {
        InMemoryCatalog catalog = TestingCatalogs.inMemory();
        Migrator.migrate(catalog, NAMESPACE, MigrationSource.builtIn());
        // In the order of the migrations, the history last.
        List<String> names = catalog.listTables(NAMESPACE).stream()
                .map(TableIdentifier::name)
                .sorted(Comparator.comparing(TableDictionary::position))
                .toList();
        page.append("\n## Tables\n");
        names.forEach(name -> table(name, catalog.loadTable(TestingCatalogs.table(name))));
    }

    private static int position(String table) {
        return MigrationSource.builtIn().migrations().stream()
                .filter(migration -> migration.fileName().endsWith("__" + table + ".sql"))
                .mapToInt(Migration::version)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private void table(String name, Table table) {
        heading(name, table.properties().get("comment"));
        if (table.spec().isPartitioned()) {
            List<String> transforms = table.spec().fields().stream()
                    .map(field -> "`" + PartitionTransform.notation(field, table.schema()) + "`")
                    .toList();
            page.append("Partitioned by ").append(String.join(", ", transforms)).append(".\n\n");
        }
        page.append("| column | type | always there | |\n|---|---|---|---|\n");
        for (Types.NestedField column : table.schema().columns()) {
            page.append("| `%s` | `%s` | %s | %s |\n"
                    .formatted(
                            column.name(),
                            ColumnTypes.toTrino(column.type()),
                            column.isRequired() ? "yes" : "",
                            column.doc()));
        }
    }

    private void views() {
        page.append("\n## Views\n");
        SqlParser parser = new SqlParser();
        for (ViewFile file : ViewFile.builtIn(ViewParameters.DEFAULT)) {
            for (var one : file.statements()) {
                Statement statement = parser.createStatement(one.text());
                if (statement instanceof CreateView view) {
                    heading(file.view(), view.getComment().orElseThrow());
                    page.append("| column | |\n|---|---|\n");
                } else if (statement instanceof Comment comment) {
                    page.append("| `%s` | %s |\n"
                            .formatted(
                                    comment.getName().getSuffix(),
                                    comment.getComment().orElseThrow()));
                }
            }
        }
    }

    private void heading(String name, String comment) {
        page.append("\n### ").append(name).append("\n\n").append(comment).append(".\n\n");
    }
}
