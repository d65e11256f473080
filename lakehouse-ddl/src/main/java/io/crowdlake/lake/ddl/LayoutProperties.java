package io.crowdlake.lake.ddl;

import io.trino.sql.tree.Array;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.Property;
import io.trino.sql.tree.StringLiteral;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.TableProperties;

/** Reads the {@code WITH (...)} of a table. */
final class LayoutProperties {

    private LayoutProperties() {}

    static LakeChange.Layout read(List<Property> properties) {
        Optional<List<PartitionTransform>> partitioning = Optional.empty();
        Optional<List<SortField>> sortedBy = Optional.empty();
        Map<String, String> others = new HashMap<>();
        for (Property property : properties) {
            String name = property.getName().getValue().toLowerCase(Locale.ROOT);
            if (property.isSetToDefault()) {
                throw new IllegalArgumentException("property " + name + " is DEFAULT: write its value out");
            }
            Expression value = property.getNonDefaultValue();
            switch (name) {
                case "partitioning" -> partitioning = Optional.of(list(name, value, PartitionTransform::parse));
                case "sorted_by" -> sortedBy = Optional.of(list(name, value, SortField::parse));
                case "format" -> others.put(TableProperties.DEFAULT_FILE_FORMAT, format(value));
                case "format_version" -> others.put(TableProperties.FORMAT_VERSION, formatVersion(value));
                default ->
                    throw new IllegalArgumentException("property " + name
                            + " is not supported, must be one of partitioning, sorted_by, format, format_version");
            }
        }
        return new LakeChange.Layout(partitioning, sortedBy, others);
    }

    private static <T> List<T> list(String name, Expression value, Function<String, T> parse) {
        if (!(value instanceof Array array)) {
            throw new IllegalArgumentException("property " + name + " is " + value + ", must be an ARRAY of texts");
        }
        return array.getValues().stream()
                .map(entry -> parse.apply(text(name, entry)))
                .toList();
    }

    private static String text(String name, Expression value) {
        if (value instanceof StringLiteral literal) {
            return literal.getValue();
        }
        throw new IllegalArgumentException("property " + name + " has " + value + ", must be a text in quotes");
    }

    private static String format(Expression value) {
        String format = text("format", value).toLowerCase(Locale.ROOT);
        if (!format.equals("parquet")) {
            throw new IllegalArgumentException("property format is " + format + ", must be 'PARQUET'");
        }
        return format;
    }

    private static String formatVersion(Expression value) {
        if (value instanceof LongLiteral literal && literal.getParsedValue() == 2) {
            return "2";
        }
        throw new IllegalArgumentException("property format_version is " + value + ", must be 2");
    }
}
