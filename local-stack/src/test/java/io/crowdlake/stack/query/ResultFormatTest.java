package io.crowdlake.stack.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.Test;

class ResultFormatTest {

    private static final Timestamp NINE = Timestamp.from(Instant.parse("2026-03-01T09:00:00Z"));

    @Test
    void tableAlignsForAPerson() throws SQLException {
        assertThat(print(ResultFormat.TABLE)).isEqualTo("""
                        device_id     visitors  window_start
                        ------------  --------  --------------------
                        door                12  2026-03-01T09:00:00Z
                        say "hi", ok
                        (2 rows)
                        """);
    }

    @Test
    void csvQuotesWhatMustBeQuotedAndLeavesNullEmpty() throws SQLException {
        assertThat(print(ResultFormat.CSV))
                .isEqualTo("device_id,visitors,window_start\r\n"
                        + "door,12,2026-03-01T09:00:00Z\r\n"
                        + "\"say \"\"hi\"\", ok\",,\r\n");
    }

    @Test
    void jsonIsOneObjectALine() throws SQLException {
        assertThat(print(ResultFormat.JSON)).isEqualTo("""
                        {"device_id":"door","visitors":12,"window_start":"2026-03-01T09:00:00Z"}
                        {"device_id":"say \\"hi\\", ok","visitors":null,"window_start":null}
                        """);
    }

    private static String print(ResultFormat format) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.print(rows(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ResultSet rows() throws SQLException {
        CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        RowSetMetaData columns = new RowSetMetaDataImpl();
        columns.setColumnCount(3);
        column(columns, 1, "device_id", Types.VARCHAR);
        column(columns, 2, "visitors", Types.BIGINT);
        column(columns, 3, "window_start", Types.TIMESTAMP);
        rows.setMetaData(columns);
        // A row set puts each new row before the one that was there.
        insert(rows, "say \"hi\", ok", null, null);
        insert(rows, "door", 12L, NINE);
        rows.beforeFirst();
        return rows;
    }

    private static void column(RowSetMetaData columns, int index, String name, int type) throws SQLException {
        columns.setColumnName(index, name);
        columns.setColumnLabel(index, name);
        columns.setColumnType(index, type);
    }

    private static void insert(CachedRowSet rows, Object... values) throws SQLException {
        rows.moveToInsertRow();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                rows.updateNull(i + 1);
            } else {
                rows.updateObject(i + 1, values[i]);
            }
        }
        rows.insertRow();
        rows.moveToCurrentRow();
    }
}
