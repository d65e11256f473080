package io.crowdlake.lake.ddl;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.Term;

/**
 * One entry of Trino's {@code partitioning} property, such as {@code day(captured_at)} or {@code bucket(device_id, 16)}.
 *
 * @param function what is done with the column
 * @param column the column
 * @param argument number of buckets or width, where the function has one
 */
public record PartitionTransform(Function function, String column, OptionalInt argument) {

    private static final Pattern COLUMN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern CALL =
            Pattern.compile("([a-z]+)\\(\\s*([a-z_][a-z0-9_]*)\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)");

    /** What Iceberg can do with a column to find its partition. */
    public enum Function {
        IDENTITY,
        YEAR,
        MONTH,
        DAY,
        HOUR,
        BUCKET,
        TRUNCATE;

        private boolean hasArgument() {
            return this == BUCKET || this == TRUNCATE;
        }
    }

    /** Reads Trino's notation; throws IllegalArgumentException with one line that names what can be written. */
    public static PartitionTransform parse(String text) {
        String notation = text.strip().toLowerCase(Locale.ROOT);
        if (COLUMN.matcher(notation).matches()) {
            return new PartitionTransform(Function.IDENTITY, notation, OptionalInt.empty());
        }
        Matcher call = CALL.matcher(notation);
        if (call.matches()) {
            for (Function function : Function.values()) {
                boolean named = function != Function.IDENTITY
                        && function.name().toLowerCase(Locale.ROOT).equals(call.group(1));
                if (named && function.hasArgument() == (call.group(3) != null)) {
                    return new PartitionTransform(function, call.group(2), argument(call.group(3)));
                }
            }
        }
        throw new IllegalArgumentException("partitioning has " + text
                + ", must be a column or year(c), month(c), day(c), hour(c), bucket(c, n), truncate(c, n)");
    }

    private static OptionalInt argument(String digits) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(digits);
        if (value == 0) {
            throw new IllegalArgumentException("partitioning has a number that is 0, must be positive");
        }
        return OptionalInt.of(value);
    }

    void addTo(PartitionSpec.Builder spec) {
        switch (function) {
            case IDENTITY -> spec.identity(column);
            case YEAR -> spec.year(column);
            case MONTH -> spec.month(column);
            case DAY -> spec.day(column);
            case HOUR -> spec.hour(column);
            case BUCKET -> spec.bucket(column, argument.getAsInt());
            case TRUNCATE -> spec.truncate(column, argument.getAsInt());
        }
    }

    Term term() {
        return switch (function) {
            case IDENTITY -> Expressions.ref(column);
            case YEAR -> Expressions.year(column);
            case MONTH -> Expressions.month(column);
            case DAY -> Expressions.day(column);
            case HOUR -> Expressions.hour(column);
            case BUCKET -> Expressions.bucket(column, argument.getAsInt());
            case TRUNCATE -> Expressions.truncate(column, argument.getAsInt());
        };
    }

    /** Whether a table's partition field is this one. */
    boolean matches(PartitionField field, Schema schema) {
        return toString().equals(notation(field, schema));
    }

    /** A table's partition field in Trino's notation. */
    public static String notation(PartitionField field, Schema schema) {
        String column = schema.findColumnName(field.sourceId());
        String transform = field.transform().toString();
        if (transform.equals("identity")) {
            return column;
        }
        Matcher numbered = Pattern.compile("([a-z]+)\\[(\\d+)]").matcher(transform);
        return numbered.matches()
                ? numbered.group(1) + "(" + column + ", " + numbered.group(2) + ")"
                : transform + "(" + column + ")";
    }

    /** In Trino's notation. */
    @Override
    public String toString() {
        if (function == Function.IDENTITY) {
            return column;
        }
        String name = function.name().toLowerCase(Locale.ROOT);
        return argument.isPresent()
                ? name + "(" + column + ", " + argument.getAsInt() + ")"
                : name + "(" + column + ")";
    }
}
