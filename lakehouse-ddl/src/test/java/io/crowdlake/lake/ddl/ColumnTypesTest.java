package io.crowdlake.lake.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.sql.parser.SqlParser;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypesTest {

    private static final List<String> SIMPLE = List.of(
            "boolean",
            "integer",
            "bigint",
            "real",
            "double",
            "varchar",
            "varbinary",
            "uuid",
            "date",
            "time(6)",
            "timestamp(6)",
            "timestamp(6) with time zone",
            "decimal(10, 2)");

    @Test
    void timestampWithTimeZoneIsStoredInUtc() {
        assertThat(toIceberg("timestamp(6) with time zone")).isEqualTo(Types.TimestampType.withZone());
        assertThat(toIceberg("timestamp(6)")).isEqualTo(Types.TimestampType.withoutZone());
        assertThat(toIceberg("INT")).isEqualTo(Types.IntegerType.get());
        assertThat(toIceberg("decimal(10, 2)")).isEqualTo(Types.DecimalType.of(10, 2));
    }

    @Test
    void fieldsOfRowMayBeEmpty() {
        Types.StructType row = toIceberg("array(row(X double, gender varchar))")
                .asListType()
                .elementType()
                .asStructType();

        assertThat(row.fields()).extracting(Types.NestedField::name).containsExactly("x", "gender");
        assertThat(row.fields()).allMatch(Types.NestedField::isOptional);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "varchar(10)",
                "char(3)",
                "tinyint",
                "smallint",
                "json",
                "timestamp",
                "timestamp(3)",
                "timestamp(9) with time zone",
                "time(6) with time zone",
                "decimal",
                "row(double)",
                "array(varchar(5))",
                "interval day to second",
                "ipaddress"
            })
    void whatIcebergWouldLoseIsRefused(String type) {
        assertThatThrownBy(() -> toIceberg(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n")
                .hasMessageMatching(".*(is not supported, must be one of .*|has no name: name it)");
    }

    @Property(tries = 200)
    void everySupportedTypeComesBackAsWritten(@ForAll("types") String type) {
        Type iceberg = toIceberg(type);

        assertThat(ColumnTypes.toTrino(iceberg)).isEqualTo(type);
    }

    @Property(tries = 200)
    void nestedFieldsHaveDistinctIds(@ForAll("types") String type) {
        Types.StructType table = Types.StructType.of(Types.NestedField.optional(1000, "column", toIceberg(type)));

        // Answers only when no id is there twice.
        assertThat(TypeUtil.indexById(table)).containsKey(1000);
    }

    @Provide
    Arbitrary<String> types() {
        return nested(3);
    }

    private static Arbitrary<String> nested(int depth) {
        Arbitrary<String> simple = Arbitraries.of(SIMPLE);
        if (depth == 0) {
            return simple;
        }
        Arbitrary<String> inner = nested(depth - 1);
        return Arbitraries.oneOf(
                simple,
                inner.map(element -> "array(" + element + ")"),
                Combinators.combine(simple, inner).as((key, value) -> "map(" + key + ", " + value + ")"),
                inner.list().ofMinSize(1).ofMaxSize(3).map(ColumnTypesTest::row));
    }

    private static String row(List<String> types) {
        List<String> fields = IntStream.range(0, types.size())
                .mapToObj(i -> "f" + i + " " + types.get(i))
                .toList();
        return "row(" + String.join(", ", fields) + ")";
    }

    private static Type toIceberg(String type) {
        return new ColumnTypes(new AtomicInteger(1)).toIceberg(new SqlParser().createType(type));
    }
}
