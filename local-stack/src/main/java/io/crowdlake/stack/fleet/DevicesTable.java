package io.crowdlake.stack.fleet;

import io.crowdlake.stack.StackException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lake's table {@code devices}, where the newest entry of a camera counts. An entry is added only where it says something new, so that it does
 * no harm to do so again and again. Cameras that the hub has forgotten keep theirs: what they have counted still belongs to a site.
 */
public final class DevicesTable {

    private static final int ROWS_A_STATEMENT = 100;

    private static final String NEWEST = """
            SELECT device_id, site, zone, time_zone, tags,
                   policy.age, policy.gender, policy.emotion, policy.recognition, policy.frame_retention_seconds
            FROM (SELECT *, row_number() OVER (PARTITION BY device_id ORDER BY updated_at DESC) AS age_rank FROM devices)
            WHERE age_rank = 1""";

    private final Connection trino;

    /**
     * @param trino a connection whose catalog and schema are the lake's
     */
    public DevicesTable(Connection trino) {
        this.trino = trino;
    }

    /** Adds entries for what is new or has changed; answers the ids of those devices. Throws StackException with Trino's reason in one line. */
    public List<String> update(Collection<HubDevice> devices) {
        try (Statement statement = trino.createStatement()) {
            Map<String, RegistryEntry> known = known(statement);
            List<RegistryEntry> changed = devices.stream()
                    .map(RegistryEntry::of)
                    .filter(entry -> !entry.equals(known.get(entry.deviceId())))
                    .toList();
            for (int from = 0; from < changed.size(); from += ROWS_A_STATEMENT) {
                statement.executeUpdate(
                        insert(changed.subList(from, Math.min(from + ROWS_A_STATEMENT, changed.size()))));
            }
            return changed.stream().map(RegistryEntry::deviceId).toList();
        } catch (SQLException e) {
            throw new StackException("the table devices cannot be brought up to date: " + LakeTelemetry.reason(e), e);
        }
    }

    private static Map<String, RegistryEntry> known(Statement statement) throws SQLException {
        Map<String, RegistryEntry> known = new HashMap<>();
        try (ResultSet row = statement.executeQuery(NEWEST)) {
            while (row.next()) {
                known.put(
                        row.getString(1),
                        new RegistryEntry(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                tags(row.getObject(5)),
                                new Policy(
                                        (Boolean) row.getObject(6),
                                        (Boolean) row.getObject(7),
                                        (Boolean) row.getObject(8),
                                        (Boolean) row.getObject(9),
                                        (Long) row.getObject(10))));
            }
        }
        return known;
    }

    private static Map<String, String> tags(Object value) {
        Map<String, String> tags = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> tags.put(String.valueOf(name), String.valueOf(text)));
        }
        return tags;
    }

    static String insert(List<RegistryEntry> entries) {
        return entries.stream()
                .map(entry -> "(" + literal(entry.deviceId()) + ", " + literal(entry.site()) + ", "
                        + literal(entry.zone()) + ", " + literal(entry.timeZone()) + ", " + literal(entry.tags())
                        + ", " + literal(entry.policy()) + ", current_timestamp(6))")
                .collect(Collectors.joining(
                        ", ",
                        "INSERT INTO devices (device_id, site, zone, time_zone, tags, policy, updated_at) VALUES ",
                        ""));
    }

    private static String literal(String text) {
        return text == null ? "CAST(NULL AS varchar)" : "'" + text.replace("'", "''") + "'";
    }

    private static String literal(Map<String, String> tags) {
        String names = tags.keySet().stream().map(DevicesTable::literal).collect(Collectors.joining(", "));
        String values = tags.values().stream().map(DevicesTable::literal).collect(Collectors.joining(", "));
        return "CAST(map(ARRAY[" + names + "], ARRAY[" + values + "]) AS map(varchar, varchar))";
    }

    private static String literal(Policy policy) {
        return "CAST(row(" + policy.age() + ", " + policy.gender() + ", " + policy.emotion() + ", "
                + policy.recognition() + ", " + policy.frameRetentionSeconds()
                + ") AS row(age boolean, gender boolean, emotion boolean, recognition boolean, frame_retention_seconds bigint))";
    }
}
