package io.crowdlake.stack.fleet;

import io.crowdlake.stack.StackException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a camera has told the lake lately.
 *
 * @param sentAt when last
 * @param framesDropped in the last hour
 * @param buffered frames that waited for the hub
 * @param temperatureCelsius of the device, or null
 * @param softwareVersion of its program
 * @param trouble what was wrong, or null
 */
public record LakeTelemetry(
        Instant sentAt,
        long framesDropped,
        long buffered,
        Double temperatureCelsius,
        String softwareVersion,
        String trouble) {

    /** Totals begin anew with each start of a camera; what went down is no drop. */
    private static final String LAST_HOUR = """
            SELECT device_id,
                   max(sent_at),
                   coalesce(sum(greatest(newly_dropped, 0)), 0),
                   max_by(buffered, sent_at),
                   max_by(temperature_celsius, sent_at),
                   max_by(software_version, sent_at),
                   max_by(trouble, sent_at)
            FROM (SELECT *, frames_dropped - lag(frames_dropped) OVER (PARTITION BY device_id ORDER BY sent_at) AS newly_dropped
                  FROM device_telemetry
                  WHERE sent_at > current_timestamp - INTERVAL '1' HOUR)
            GROUP BY device_id""";

    /** Of all cameras that have told something in the last hour, by their ids. Throws StackException with Trino's reason in one line. */
    public static Map<String, LakeTelemetry> lastHour(Connection trino) {
        Map<String, LakeTelemetry> all = new HashMap<>();
        try (Statement statement = trino.createStatement();
                ResultSet row = statement.executeQuery(LAST_HOUR)) {
            while (row.next()) {
                all.put(
                        row.getString(1),
                        new LakeTelemetry(
                                row.getTimestamp(2).toInstant(),
                                row.getLong(3),
                                row.getLong(4),
                                (Double) row.getObject(5),
                                row.getString(6),
                                row.getString(7)));
            }
            return all;
        } catch (SQLException e) {
            throw new StackException("the table device_telemetry cannot be read: " + reason(e), e);
        }
    }

    static String reason(SQLException e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^Query failed \\(#\\w+\\): ", "")
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
