package io.crowdlake.lake.ddl;

import io.trino.sql.tree.DataType;
import io.trino.sql.tree.DataTypeParameter;
import io.trino.sql.tree.DateTimeDataType;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.NumericParameter;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Trino's column types as Iceberg's, and back. Only pairs that lose nothing: a type that Iceberg would silently widen is refused. */
public final class ColumnTypes {

    private static final String SUPPORTED =
            "boolean, integer, bigint, real, double, decimal(p, s), varchar, varbinary, uuid, date, time(6), timestamp(6),"
                    + " timestamp(6) with time zone, array(...), map(..., ...), row(...)";

    private final AtomicInteger nextId;

    /** A translator that numbers nested fields from the given counter. */
    ColumnTypes(AtomicInteger nextId) {
        this.nextId = nextId;
    }

    /** The Iceberg type; throws IllegalArgumentException with one line that names what can be written. */
    Type toIceberg(DataType type) {
        if (type instanceof DateTimeDataType time) {
            return dateTime(time);
        }
        if (type instanceof RowDataType row) {
            return row(row);
        }
        if (type instanceof GenericDataType generic) {
            return generic(generic);
        }
        throw unsupported(type);
    }

    private Type generic(GenericDataType type) {
        List<DataTypeParameter> arguments = type.getArguments();
        String name = type.getName().getValue().toLowerCase(Locale.ROOT);
        return switch (name + "/" + arguments.size()) {
            case "boolean/0" -> Types.BooleanType.get();
            case "integer/0", "int/0" -> Types.IntegerType.get();
            case "bigint/0" -> Types.LongType.get();
            case "real/0" -> Types.FloatType.get();
            case "double/0" -> Types.DoubleType.get();
            case "varchar/0" -> Types.StringType.get();
            case "varbinary/0" -> Types.BinaryType.get();
            case "uuid/0" -> Types.UUIDType.get();
            case "date/0" -> Types.DateType.get();
            case "decimal/2" -> Types.DecimalType.of(number(type, 0), number(type, 1));
            case "array/1" -> {
                int elementId = nextId.getAndIncrement();
                yield Types.ListType.ofOptional(elementId, toIceberg(nested(type, 0)));
            }
            case "map/2" -> {
                int keyId = nextId.getAndIncrement();
                int valueId = nextId.getAndIncrement();
                yield Types.MapType.ofOptional(keyId, valueId, toIceberg(nested(type, 0)), toIceberg(nested(type, 1)));
            }
            default -> throw unsupported(type);
        };
    }

    private static int number(GenericDataType type, int index) {
        if (type.getArguments().get(index) instanceof NumericParameter parameter) {
            return Integer.parseInt(parameter.getValue());
        }
        throw unsupported(type);
    }

    private static DataType nested(GenericDataType type, int index) {
        if (type.getArguments().get(index) instanceof TypeParameter parameter) {
            return parameter.getValue();
        }
        throw unsupported(type);
    }

    private Type row(RowDataType type) {
        List<Types.NestedField> fields = new ArrayList<>();
        for (RowDataType.Field field : type.getFields()) {
            String name = field.getName()
                    .orElseThrow(() -> new IllegalArgumentException("a field of " + type + " has no name: name it"))
                    .getValue();
            int id = nextId.getAndIncrement();
            fields.add(Types.NestedField.optional(id, name.toLowerCase(Locale.ROOT), toIceberg(field.getType())));
        }
        return Types.StructType.of(fields);
    }

    private static Type dateTime(DateTimeDataType type) {
        // Trino's default is milliseconds, Iceberg's only unit here is microseconds: it has to be written out.
        boolean micros = type.getPrecision()
                .filter(precision -> precision instanceof NumericParameter number
                        && number.getValue().equals("6"))
                .isPresent();
        if (!micros) {
            throw unsupported(type);
        }
        return switch (type.getType()) {
            case TIMESTAMP ->
                type.isWithTimeZone() ? Types.TimestampType.withZone() : Types.TimestampType.withoutZone();
            case TIME -> {
                if (type.isWithTimeZone()) {
                    throw unsupported(type);
                }
                yield Types.TimeType.get();
            }
        };
    }

    private static IllegalArgumentException unsupported(DataType type) {
        return new IllegalArgumentException("type " + type + " is not supported, must be one of " + SUPPORTED);
    }

    /** An Iceberg type as Trino shows it; two types are the same to an analyst when their names are. */
    public static String toTrino(Type type) {
        return switch (type.typeId()) {
            case BOOLEAN -> "boolean";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case FLOAT -> "real";
            case DOUBLE -> "double";
            case STRING -> "varchar";
            case BINARY -> "varbinary";
            case UUID -> "uuid";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP ->
                ((Types.TimestampType) type).shouldAdjustToUTC() ? "timestamp(6) with time zone" : "timestamp(6)";
            case DECIMAL -> type.toString().replace(" ", "").replace(",", ", ");
            case LIST -> "array(" + toTrino(type.asListType().elementType()) + ")";
            case MAP ->
                "map(" + toTrino(type.asMapType().keyType()) + ", "
                        + toTrino(type.asMapType().valueType()) + ")";
            case STRUCT -> rowToTrino(type.asStructType());
            case FIXED, TIMESTAMP_NANO, VARIANT, GEOMETRY, GEOGRAPHY, UNKNOWN -> type.toString();
        };
    }

    private static String rowToTrino(Types.StructType row) {
        List<String> fields = row.fields().stream()
                .map(field -> field.name() + " " + toTrino(field.type()))
                .toList();
        return "row(" + String.join(", ", fields) + ")";
    }
}
