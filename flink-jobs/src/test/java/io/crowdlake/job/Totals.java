package io.crowdlake.job;

import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.lake.TestLake;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;

/**
 * What the tables say once everything has closed, without what depends on the wall clock, and without each camera's last two frames.
 *
 * @param frames each row of frame_analyses, faces and their visits included
 * @param visits each row of visits
 * @param windows the newest revision of each window
 * @param deadLetters each row of dead_letters
 * @param heartbeats each row of device_telemetry
 */
record Totals(
        List<String> frames,
        List<String> visits,
        List<String> windows,
        List<String> deadLetters,
        List<String> heartbeats) {

    static Totals of(TestLake lake) {
        return new Totals(
                sorted(lake.rows(LakeTable.FRAME_ANALYSES).stream()
                        .filter(row -> isBeforeTheEnd(row, "captured_at"))
                        .map(row -> text(row, "source_topic", "source_partition", "source_offset"))),
                sorted(lake.rows(LakeTable.VISITS).stream()
                        .filter(row -> isBeforeTheEnd(row, "last_seen"))
                        .map(Totals::text)),
                sorted(newest(lake.rows(LakeTable.CROWD_DEMOGRAPHICS)).stream()
                        .filter(row -> isBeforeTheEnd(row, "window_start"))
                        .map(row -> text(row, "revision", "updated_at"))),
                sorted(lake.rows(LakeTable.DEAD_LETTERS).stream().map(row -> text(row, "occurred_at"))),
                sorted(lake.rows(LakeTable.DEVICE_TELEMETRY).stream().map(Totals::text)));
    }

    /** Visits that began, over all windows. */
    long entries() {
        return windows.stream()
                .map(window -> window.replaceFirst(".*entries=(\\d+).*", "$1"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static List<Record> newest(List<Record> revisions) {
        Map<String, Record> newest = new TreeMap<>();
        revisions.stream()
                .sorted(Comparator.comparing(row -> (Long) row.getField("revision")))
                .forEach(row -> newest.put(row.getField("device_id") + " " + row.getField("window_start"), row));
        return List.copyOf(newest.values());
    }

    private static boolean isBeforeTheEnd(Record row, String column) {
        Instant time = ((OffsetDateTime) row.getField(column)).toInstant();
        return Scene.isBeforeTheEnd(time);
    }

    private static String text(Record row, String... without) {
        Map<String, Object> values = new TreeMap<>();
        row.struct().fields().forEach(field -> values.put(field.name(), "" + row.getField(field.name())));
        values.keySet().removeAll(List.of(without));
        return values.toString();
    }

    private static List<String> sorted(Stream<String> rows) {
        return rows.sorted().toList();
    }
}
