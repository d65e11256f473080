package io.crowdlake.job.lake;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.types.Types;

/**
 * The columns of a record, by name: their order is the table's business, and so are columns that only others fill.
 *
 * @param <T> the record
 */
record RowLayout<T>(List<Column<T>> columns) {

    @SafeVarargs
    static <T> RowLayout<T> of(Column<T>... columns) {
        return new RowLayout<>(List.of(columns));
    }

    /** What is wrong with the first column of the table that cannot take the rows. */
    Optional<String> misfit(Types.StructType table) {
        for (Column<T> column : columns) {
            Types.NestedField inTable = table.field(column.name());
            Optional<String> misfit = inTable == null ? Optional.of("is missing") : column.misfit(inTable);
            if (misfit.isPresent()) {
                return Optional.of("column " + column.name() + " " + misfit.get());
            }
        }
        return table.fields().stream()
                .filter(inTable ->
                        inTable.isRequired() && column(inTable.name()).isEmpty())
                .findFirst()
                .map(inTable -> "column " + inTable.name() + " is not filled by this job, must accept null");
    }

    /** Fits the columns into a table's order; what the layout does not know stays null. */
    RowMapper<T> bind(Types.StructType table) {
        List<Column.Value<T>> values = table.fields().stream()
                .map(inTable -> column(inTable.name())
                        .map(column -> column.bind(inTable))
                        .orElse(source -> null))
                .toList();
        return new RowMapper<>(values);
    }

    private Optional<Column<T>> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
