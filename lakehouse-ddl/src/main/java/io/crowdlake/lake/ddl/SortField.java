package io.crowdlake.lake.ddl;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.SortOrderBuilder;

/**
 * One entry of Trino's {@code sorted_by} property, such as {@code captured_at} or {@code visitors DESC NULLS LAST}.
 *
 * @param column the column
 * @param ascending smallest first
 * @param nullsFirst empty values before all others; by default they come with the small ones
 */
public record SortField(String column, boolean ascending, boolean nullsFirst) {

    private static final Pattern NOTATION =
            Pattern.compile("([a-z_][a-z0-9_]*)(?:\\s+(asc|desc))?(?:\\s+nulls\\s+(first|last))?");

    /** Reads Trino's notation; throws IllegalArgumentException with one line that names what can be written. */
    public static SortField parse(String text) {
        Matcher field = NOTATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!field.matches()) {
            throw new IllegalArgumentException(
                    "sorted_by has " + text + ", must be a column with ASC or DESC and NULLS FIRST or NULLS LAST");
        }
        boolean ascending = !"desc".equals(field.group(2));
        boolean nullsFirst = field.group(3) == null ? ascending : field.group(3).equals("first");
        return new SortField(field.group(1), ascending, nullsFirst);
    }

    <T extends SortOrderBuilder<T>> void addTo(T order) {
        NullOrder nulls = nullsFirst ? NullOrder.NULLS_FIRST : NullOrder.NULLS_LAST;
        if (ascending) {
            order.asc(column, nulls);
        } else {
            order.desc(column, nulls);
        }
    }
}
