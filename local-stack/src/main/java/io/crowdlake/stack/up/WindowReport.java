package io.crowdlake.stack.up;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.TextTable;
import io.crowdlake.stack.part.TrinoServer;
import io.crowdlake.stack.query.LakeQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the windows found: as the lake tells of them, or, where it cannot be asked, as the events did. */
final class WindowReport {

    private static final List<String> HEADINGS =
            List.of("camera", "window", "frames", "visitors", "entries", "exits", "peak");
    private static final List<Boolean> RIGHT = List.of(false, false, true, true, true, true, true);
    private static final String QUERY =
            "SELECT device_id, date_format(window_start AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%i:%sZ'), frames, visitors, entries, exits, peak_occupancy"
                    + " FROM crowd_demographics ORDER BY device_id, window_start DESC LIMIT 50";

    private final Console console;

    WindowReport(Console console) {
        this.console = console;
    }

    void print(Optional<TrinoServer> trino, List<CrowdDemographics> events) {
        TextTable table = TextTable.of(HEADINGS, RIGHT);
        if (trino.isPresent()) {
            fromLake(trino.get().port()).forEach(table::row);
        } else {
            events.stream().map(WindowReport::cells).forEach(table::row);
        }
        console.line("");
        table.lines().forEach(console::line);
        console.line("");
    }

    private static List<List<String>> fromLake(int trinoPort) {
        try (Connection connection = LakeQuery.connect(trinoPort);
                Statement statement = connection.createStatement();
                ResultSet windows = statement.executeQuery(QUERY)) {
            List<List<String>> rows = new ArrayList<>();
            while (windows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= HEADINGS.size(); column++) {
                    cells.add(windows.getString(column));
                }
                rows.add(cells);
            }
            return rows;
        } catch (SQLException e) {
            throw new StackException("Trino cannot tell of the windows: " + e.getMessage(), e);
        }
    }

    private static List<String> cells(CrowdDemographics window) {
        return List.of(
                window.deviceId(),
                window.windowStart().toString(),
                Long.toString(window.frames()),
                Long.toString(window.visitors()),
                Long.toString(window.entries()),
                Long.toString(window.exits()),
                Long.toString(window.peakOccupancy()));
    }
}
