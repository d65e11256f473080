package io.crowdlake.lake.ddl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;

/** What one statement wants of the catalog. Each is safe to ask for twice: what is there already stays as it is. */
public sealed interface LakeChange {

    /** Where it stands in the file. */
    SqlStatement statement();

    /** A schema (namespace) beside the migrated one. */
    record CreateSchema(SqlStatement statement, String schema) implements LakeChange {}

    /** A table; the field ids of the schema are provisional, the catalog gives its own. */
    record CreateTable(SqlStatement statement, String table, Schema schema, Optional<String> comment, Layout layout)
            implements LakeChange {}

    /** A column, or a field of a row within a column when the path has several parts. Always optional: old rows do not have it. */
    record AddColumn(SqlStatement statement, String table, List<String> path, Type type, Optional<String> comment)
            implements LakeChange {
        public AddColumn {
            path = List.copyOf(path);
        }
    }

    /** Another layout for the data to come. */
    record SetLayout(SqlStatement statement, String table, Layout layout) implements LakeChange {}

    /** A comment on a table; empty takes it away. */
    record CommentOnTable(SqlStatement statement, String table, Optional<String> comment) implements LakeChange {}

    /** A comment on a column. */
    record CommentOnColumn(SqlStatement statement, String table, String column, Optional<String> comment)
            implements LakeChange {}

    /**
     * How a table's files are laid out.
     *
     * @param partitioning partition transforms in Trino's notation, empty when the statement does not say
     * @param sortedBy sort fields in Trino's notation, empty when the statement does not say
     * @param properties table properties of Iceberg that follow from the others
     */
    record Layout(
            Optional<List<PartitionTransform>> partitioning,
            Optional<List<SortField>> sortedBy,
            Map<String, String> properties) {
        public Layout {
            partitioning = partitioning.map(List::copyOf);
            sortedBy = sortedBy.map(List::copyOf);
            properties = Map.copyOf(properties);
        }
    }
}
