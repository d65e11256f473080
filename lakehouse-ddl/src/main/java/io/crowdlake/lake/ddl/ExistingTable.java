package io.crowdlake.lake.ddl;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/**
 * A table that is there before its migration is recorded: the work of a run that was cut off, of one that runs at the same time, or of
 * somebody else.
 *
 * @param table as the catalog knows it
 */
record ExistingTable(Table table) {

    /** What keeps it from being the table of the statement; more columns do not, for later statements add some. */
    Optional<String> difference(LakeChange.CreateTable wanted) {
        for (Types.NestedField column : wanted.schema().columns()) {
            Types.NestedField existing = table.schema().findField(column.name());
            if (existing == null) {
                return Optional.of("without column " + column.name());
            }
            String type = ColumnTypes.toTrino(column.type());
            String existingType = ColumnTypes.toTrino(existing.type());
            if (!isSameOrWider(existing, column)) {
                return Optional.of("its column " + column.name() + " is " + existingType + ", not " + type);
            }
        }
        List<String> partitioning = wanted.layout().partitioning().orElse(List.of()).stream()
                .map(PartitionTransform::toString)
                .toList();
        if (table.specs().values().stream().map(this::notation).noneMatch(partitioning::equals)) {
            return Optional.of("partitioned by " + notation(table.spec()) + ", not by " + partitioning);
        }
        return Optional.empty();
    }

    /** Rows within a column may have got further fields. */
    private static boolean isSameOrWider(Types.NestedField existing, Types.NestedField wanted) {
        Optional<Types.StructType> existingRow = rowOf(existing);
        Optional<Types.StructType> wantedRow = rowOf(wanted);
        if (existingRow.isEmpty() || wantedRow.isEmpty()) {
            return ColumnTypes.toTrino(existing.type()).equals(ColumnTypes.toTrino(wanted.type()));
        }
        return wantedRow.get().fields().stream().allMatch(field -> {
            Types.NestedField same = existingRow.get().field(field.name());
            return same != null && isSameOrWider(same, field);
        });
    }

    private static Optional<Types.StructType> rowOf(Types.NestedField field) {
        if (field.type().isListType() && field.type().asListType().elementType().isStructType()) {
            return Optional.of(field.type().asListType().elementType().asStructType());
        }
        return field.type().isStructType() ? Optional.of(field.type().asStructType()) : Optional.empty();
    }

    private List<String> notation(PartitionSpec spec) {
        return spec.fields().stream()
                .map(field -> PartitionTransform.notation(field, table.schema()))
                .toList();
    }
}
