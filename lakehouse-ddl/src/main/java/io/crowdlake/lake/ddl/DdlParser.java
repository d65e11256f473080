package io.crowdlake.lake.ddl;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.AddColumn;
import io.trino.sql.tree.ColumnDefinition;
import io.trino.sql.tree.Comment;
import io.trino.sql.tree.CreateSchema;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.QualifiedName;
import io.trino.sql.tree.SaveMode;
import io.trino.sql.tree.SetProperties;
import io.trino.sql.tree.Statement;
import io.trino.sql.tree.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/**
 * Understands a migration with Trino's own parser. Whatever it cannot carry out on every Iceberg catalog is refused with the file, the line
 * and what can be written instead.
 */
public final class DdlParser {

    private static final String SUPPORTED = "CREATE SCHEMA, CREATE TABLE, ALTER TABLE ... ADD COLUMN,"
            + " ALTER TABLE ... SET PROPERTIES, COMMENT ON TABLE, COMMENT ON COLUMN";

    private final SqlParser parser = new SqlParser();

    /** The changes that a file asks for, in its order; throws {@link io.crowdlake.lake.LakeException} at the first that is not supported. */
    public List<LakeChange> parse(String file, String sql) {
        return SqlScript.split(file, sql).stream().map(this::parse).toList();
    }

    private LakeChange parse(SqlStatement statement) {
        Statement parsed;
        try {
            parsed = parser.createStatement(statement.text(), new NodeLocation(statement.line(), 1));
        } catch (ParsingException e) {
            throw statement.errorAt(e.getLineNumber(), "is no SQL that Trino understands: " + e.getErrorMessage(), e);
        }
        try {
            return translate(statement, parsed);
        } catch (IllegalArgumentException e) {
            throw statement.errorAt(lineOf(parsed, statement), e.getMessage(), e);
        }
    }

    private static LakeChange translate(SqlStatement statement, Statement parsed) {
        if (parsed instanceof CreateTable table) {
            return createTable(statement, table);
        }
        if (parsed instanceof AddColumn column) {
            return addColumn(statement, column);
        }
        if (parsed instanceof SetProperties properties && properties.getType() == SetProperties.Type.TABLE) {
            return new LakeChange.SetLayout(
                    statement, tableName(properties.getName()), LayoutProperties.read(properties.getProperties()));
        }
        if (parsed instanceof Comment comment && comment.getType() == Comment.Type.TABLE) {
            return new LakeChange.CommentOnTable(statement, tableName(comment.getName()), comment.getComment());
        }
        if (parsed instanceof Comment comment && comment.getType() == Comment.Type.COLUMN) {
            return commentOnColumn(statement, comment);
        }
        if (parsed instanceof CreateSchema schema && schema.getProperties().isEmpty()) {
            return new LakeChange.CreateSchema(statement, tableName(schema.getSchemaName()));
        }
        throw new IllegalArgumentException(
                firstWords(statement.text()) + " is not supported in a migration, must be one of " + SUPPORTED);
    }

    private static LakeChange createTable(SqlStatement statement, CreateTable table) {
        if (table.getSaveMode() == SaveMode.REPLACE) {
            throw new IllegalArgumentException("CREATE OR REPLACE TABLE would throw the data away: use CREATE TABLE");
        }
        AtomicInteger ids = new AtomicInteger(1);
        List<Types.NestedField> fields = new ArrayList<>();
        for (TableElement element : table.getElements()) {
            if (!(element instanceof ColumnDefinition column)) {
                throw new IllegalArgumentException("LIKE is not supported in CREATE TABLE: write the columns out");
            }
            fields.add(field(column, ids));
        }
        return new LakeChange.CreateTable(
                statement,
                tableName(table.getName()),
                new Schema(fields),
                table.getComment(),
                LayoutProperties.read(table.getProperties()));
    }

    private static Types.NestedField field(ColumnDefinition column, AtomicInteger ids) {
        refuseColumnProperties(column);
        return Types.NestedField.builder()
                .withName(tableName(column.getName()))
                .withId(ids.getAndIncrement())
                .isOptional(column.isNullable())
                .ofType(new ColumnTypes(ids).toIceberg(column.getType()))
                .withDoc(column.getComment().orElse(null))
                .build();
    }

    private static LakeChange addColumn(SqlStatement statement, AddColumn add) {
        ColumnDefinition column = add.getColumn();
        refuseColumnProperties(column);
        if (!column.isNullable()) {
            throw new IllegalArgumentException("column " + column.getName()
                    + " is NOT NULL, which rows from before cannot be: leave NOT NULL out");
        }
        return new LakeChange.AddColumn(
                statement,
                tableName(add.getName()),
                parts(column.getName()),
                new ColumnTypes(new AtomicInteger(1)).toIceberg(column.getType()),
                column.getComment());
    }

    private static LakeChange commentOnColumn(SqlStatement statement, Comment comment) {
        List<String> name = parts(comment.getName());
        if (name.size() != 2) {
            throw new IllegalArgumentException(
                    comment.getName() + " is no column, must be written as table.column, without catalog and schema");
        }
        return new LakeChange.CommentOnColumn(statement, name.get(0), name.get(1), comment.getComment());
    }

    private static void refuseColumnProperties(ColumnDefinition column) {
        if (!column.getProperties().isEmpty()) {
            throw new IllegalArgumentException("column " + column.getName() + " has WITH: leave it out");
        }
    }

    /** A migration goes into whichever namespace it is applied to, so its names have one part. */
    private static String tableName(QualifiedName name) {
        List<String> parts = parts(name);
        if (parts.size() != 1) {
            throw new IllegalArgumentException(
                    "name " + name + " has several parts: write it without catalog and schema");
        }
        return parts.get(0);
    }

    private static List<String> parts(QualifiedName name) {
        return name.getOriginalParts().stream()
                .map(part -> part.getValue().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int lineOf(Statement parsed, SqlStatement statement) {
        return Optional.ofNullable(parsed)
                .flatMap(Statement::getLocation)
                .map(NodeLocation::getLineNumber)
                .orElse(statement.line());
    }

    private static String firstWords(String sql) {
        String[] words = sql.split("\\s+", 3);
        return String.join(" ", List.of(words).subList(0, Math.min(2, words.length)))
                .toUpperCase(Locale.ROOT);
    }
}
