package io.crowdlake.job.lake;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * One column of a record's row: its name in the table, the type it must have there, and its value in Flink's internal form.
 *
 * @param <T> the record
 */
interface Column<T> {

    String name();

    /** What is wrong with the table's column, if it cannot take the values. */
    Optional<String> misfit(Types.NestedField inTable);

    /** How the column's value is made, for the place and nesting that the table has. */
    Value<T> bind(Types.NestedField inTable);

    /** Makes a value; it travels with the job. */
    interface Value<T> extends Serializable {
        Object of(T source);
    }

    static <T> Column<T> text(String name, SerializableFunction<T, String> value) {
        return new Plain<>(name, Types.StringType.get(), false, source -> StringData.fromString(value.apply(source)));
    }

    static <T> Column<T> optionalText(String name, SerializableFunction<T, String> value) {
        return new Plain<>(name, Types.StringType.get(), true, source -> StringData.fromString(value.apply(source)));
    }

    static <T> Column<T> whole(String name, SerializableFunction<T, Long> value) {
        return new Plain<>(name, Types.LongType.get(), false, value::apply);
    }

    static <T> Column<T> optionalWhole(String name, SerializableFunction<T, Long> value) {
        return new Plain<>(name, Types.LongType.get(), true, value::apply);
    }

    static <T> Column<T> small(String name, SerializableFunction<T, Integer> value) {
        return new Plain<>(name, Types.IntegerType.get(), false, value::apply);
    }

    static <T> Column<T> optionalSmall(String name, SerializableFunction<T, Integer> value) {
        return new Plain<>(name, Types.IntegerType.get(), true, value::apply);
    }

    static <T> Column<T> real(String name, SerializableFunction<T, Double> value) {
        return new Plain<>(name, Types.DoubleType.get(), false, value::apply);
    }

    static <T> Column<T> optionalReal(String name, SerializableFunction<T, Double> value) {
        return new Plain<>(name, Types.DoubleType.get(), true, value::apply);
    }

    static <T> Column<T> flag(String name, SerializableFunction<T, Boolean> value) {
        return new Plain<>(name, Types.BooleanType.get(), false, value::apply);
    }

    static <T> Column<T> time(String name, SerializableFunction<T, Instant> value) {
        return new Plain<>(
                name, Types.TimestampType.withZone(), false, source -> TimestampData.fromInstant(value.apply(source)));
    }

    static <T> Column<T> optionalTime(String name, SerializableFunction<T, Instant> value) {
        return new Plain<>(name, Types.TimestampType.withZone(), true, source -> {
            Instant time = value.apply(source);
            return time == null ? null : TimestampData.fromInstant(time);
        });
    }

    static <T, E> Column<T> rows(String name, SerializableFunction<T, List<E>> value, RowLayout<E> layout) {
        return new Rows<>(name, value, layout);
    }

    /** A column of one of Iceberg's primitive types. */
    record Plain<T>(String name, Type.PrimitiveType type, boolean optional, Value<T> value) implements Column<T> {

        @Override
        public Optional<String> misfit(Types.NestedField inTable) {
            if (!inTable.type().equals(type)) {
                return Optional.of("is " + inTable.type() + ", must be " + type);
            }
            return optional && inTable.isRequired() ? Optional.of("must accept null") : Optional.empty();
        }

        @Override
        public Value<T> bind(Types.NestedField inTable) {
            return value;
        }
    }

    /** A column that holds an array of rows. */
    record Rows<T, E>(String name, SerializableFunction<T, List<E>> value, RowLayout<E> layout) implements Column<T> {

        @Override
        public Optional<String> misfit(Types.NestedField inTable) {
            if (!inTable.type().isListType() || !elements(inTable).isStructType()) {
                return Optional.of("is " + inTable.type() + ", must be an array of rows");
            }
            return layout.misfit(elements(inTable).asStructType());
        }

        @Override
        public Value<T> bind(Types.NestedField inTable) {
            RowMapper<E> mapper = layout.bind(elements(inTable).asStructType());
            SerializableFunction<T, List<E>> list = value;
            return source -> new GenericArrayData(
                    list.apply(source).stream().map(mapper::map).toArray());
        }

        private static Type elements(Types.NestedField inTable) {
            return inTable.type().asListType().elementType();
        }
    }
}
