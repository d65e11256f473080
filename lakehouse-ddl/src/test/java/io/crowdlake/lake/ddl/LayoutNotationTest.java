package io.crowdlake.lake.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutNotationTest {

    private static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, "at", Types.TimestampType.withZone()),
            Types.NestedField.required(2, "id", Types.StringType.get()));

    @ParameterizedTest
    @ValueSource(strings = {"id", "year(at)", "month(at)", "day(at)", "hour(at)", "bucket(id, 16)", "truncate(id, 3)"})
    void aTransformComesBackFromTheTableAsWritten(String notation) {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(SCHEMA);
        PartitionTransform transform = PartitionTransform.parse(notation);
        transform.addTo(spec);

        assertThat(transform).hasToString(notation);
        assertThat(PartitionTransform.notation(spec.build().fields().get(0), SCHEMA))
                .isEqualTo(notation);
        assertThat(transform.matches(spec.build().fields().get(0), SCHEMA)).isTrue();
    }

    @Test
    void spacesAndCapitalsDoNotMatter() {
        assertThat(PartitionTransform.parse(" BUCKET( Id ,16 ) ")).hasToString("bucket(id, 16)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bucket(id)", "day(at, 3)", "bucket(id, 0)", "week(at)", "identity(id)", "day(a.b)", "day at"
            })
    void anotherTransformIsRefusedInOneLine(String notation) {
        assertThatThrownBy(() -> PartitionTransform.parse(notation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("partitioning has ")
                .hasMessageContaining("must be");
    }

    @ParameterizedTest
    @CsvSource({
        "at, true, true",
        "at asc, true, true",
        "at DESC, false, false",
        "at ASC NULLS LAST, true, false",
        "at desc nulls first, false, true"
    })
    void emptyValuesSortWithTheSmallOnesUnlessSaid(String notation, boolean ascending, boolean nullsFirst) {
        assertThat(SortField.parse(notation)).isEqualTo(new SortField("at", ascending, nullsFirst));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "at up", "at, id", "lower(id)", "at nulls"})
    void anotherSortFieldIsRefusedInOneLine(String notation) {
        assertThatThrownBy(() -> SortField.parse(notation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sorted_by has ");
    }
}
