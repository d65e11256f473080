package io.crowdlake.stack.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.jdbc.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlValueTest {

    @Test
    void nestedValuesBecomeJson() throws SQLException {
        Row face = Row.builder()
                .addField("age_band", "20-29")
                .addField("score", 0.9)
                .build();
        assertThat(SqlValue.toText(List.of(face, face)))
                .isEqualTo("[{\"age_band\":\"20-29\",\"score\":0.9},{\"age_band\":\"20-29\",\"score\":0.9}]");
        assertThat(SqlValue.toText(Map.of("zone", "door"))).isEqualTo("{\"zone\":\"door\"}");
        assertThat(SqlValue.toText(Row.builder().addUnnamedField(7).build())).isEqualTo("{\"_0\":7}");
    }

    @Test
    void plainValuesStayPlain() throws SQLException {
        assertThat(SqlValue.toText(null)).isEmpty();
        assertThat(SqlValue.toText(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(SqlValue.toText(true)).isEqualTo("true");
        assertThat(SqlValue.toText(LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
    }
}
