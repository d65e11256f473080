package io.crowdlake.job.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

/**
 * Makes rows in the order of one table.
 *
 * @param <T> the record
 */
final class RowMapper<T> implements MapFunction<T, RowData> {

    private static final long serialVersionUID = 1;

    private final ArrayList<Column.Value<T>> values;

    RowMapper(List<Column.Value<T>> values) {
        this.values = new ArrayList<>(values);
    }

    @Override
    public RowData map(T source) {
        GenericRowData row = new GenericRowData(values.size());
        for (int i = 0; i < values.size(); i++) {
            row.setField(i, values.get(i).of(source));
        }
        return row;
    }
}
