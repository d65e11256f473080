package io.crowdlake.lake;

import static io.crowdlake.lake.TestingCatalogs.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.lake.ddl.SqlScript;
import io.crowdlake.lake.ddl.SqlStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The views in a real Trino. Runs where {@code -Dcrowdlake.trino.home} names an unpacked server with the Iceberg plugin and
 * {@code -Dcrowdlake.trino.java} the {@code java} of a JDK 24 or newer; the end-to-end test of the local stack covers them everywhere.
 */
@EnabledIfSystemProperty(
        named = "crowdlake.trino.home",
        matches = ".+",
        disabledReason = "name a Trino server in -Dcrowdlake.trino.home and a JDK's java in -Dcrowdlake.trino.java")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ViewsIT {

    @TempDir
    private static Path folder;

    private static TestingPostgres postgres;
    private static JdbcCatalog catalog;
    private static TestingTrino trino;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String home = System.getProperty("crowdlake.trino.home");
        String java = System.getProperty("crowdlake.trino.java");
        postgres = new TestingPostgres();
        CatalogSettings lake = postgres.newLake(folder);
        catalog = LakeCatalogs.open(lake);
        Migrator.migrate(catalog, NAMESPACE, MigrationSource.builtIn());
        trino = new TestingTrino(Path.of(home), Path.of(java), lake, folder.resolve("trino"));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (trino != null) {
            trino.close();
        }
        if (catalog != null) {
            catalog.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    @Order(1)
    void allViewsAreMadeOnceAndAgainWhenAParameterChangesOrOneIsDropped() throws SQLException {
        int all = ViewFile.builtIn(ViewParameters.DEFAULT).size();

        assertThat(apply(5).applied()).hasSize(all);
        assertThat(apply(5)).isEqualTo(new ViewReport(List.of(), all));
        assertThat(apply(2).applied()).containsExactly("age_gender_pyramid");
        trino.execute("DROP VIEW faces");
        assertThat(apply(2).applied()).containsExactly("faces");
        assertThat(apply(5).applied()).containsExactly("age_gender_pyramid");
        assertThat(trino.query("SELECT comment FROM information_schema.columns WHERE table_name = 'occupancy_now'"
                        + " AND column_name = 'people'"))
                .containsExactly("Faces in that frame");
    }

    @Test
    @Order(2)
    void everyMigrationCanBePastedIntoTrino() throws SQLException {
        for (Migration migration : MigrationSource.builtIn().migrations()) {
            // The lake has them; Trino reads the whole statement before it sees that.
            for (SqlStatement statement : SqlScript.split(migration.fileName(), migration.sql())) {
                trino.execute(statement.text());
            }
        }
        assertThat(trino.query("SHOW CREATE SCHEMA crowdlake")).hasSize(1);
        assertThat(trino.query("SELECT count(*) FROM schema_history WHERE version LIKE 'V%'"))
                .containsExactly(
                        String.valueOf(MigrationSource.builtIn().migrations().size()));
    }

    @Test
    @Order(3)
    void theNewestRevisionOfAWindowIsTheAnswer() throws SQLException {
        revision("door", "2026-03-28 23:00", 1, false, 100, 2, 2, 1, 2);
        revision("door", "2026-03-28 23:00", 3, true, 300, 5, 5, 4, 3);
        revision("door", "2026-03-28 23:00", 2, false, 200, 4, 4, 2, 3);
        revision("door", "2026-03-29 00:00", 1, true, 360, 4, 3, 4, 2);
        revision("door", "2026-03-29 01:00", 1, true, 360, 9, 9, 9, 6);
        revision("nowhere", "2026-03-29 00:00", 1, false, 10, 1, 1, 0, 1);

        assertThat(trino.query("SELECT window_start, revision, is_final, frames, visitors, age_gender[1].visitors"
                        + " FROM crowd_demographics WHERE device_id = 'door' ORDER BY window_start"))
                .containsExactly(
                        "2026-03-28 23:00:00.000000 UTC|3|true|300|5|5",
                        "2026-03-29 00:00:00.000000 UTC|1|true|360|4|4",
                        "2026-03-29 01:00:00.000000 UTC|1|true|360|9|9");
    }

    @Test
    @Order(4)
    void footfallIsByTheSitesClockAndCountsNobodyTwice() throws SQLException {
        trino.execute("INSERT INTO devices (device_id, site, zone, time_zone, updated_at) VALUES"
                + " ('door', 'Old name', 'entrance', 'UTC', TIMESTAMP '2026-01-01 00:00:00 UTC'),"
                + " ('door', 'Museum', 'entrance', 'Europe/Berlin', TIMESTAMP '2026-02-01 00:00:00 UTC'),"
                + " ('odd', 'Museum', 'yard', 'Europe/Nowhere', TIMESTAMP '2026-02-01 00:00:00 UTC')");

        // 2026-03-29 01:00 UTC is when Berlin's clocks go from 02:00 to 03:00.
        assertThat(trino.query(
                        "SELECT site, local_hour, hour_of_day, weekday, visitors, entries, peak_occupancy, mean_occupancy"
                                + " FROM hourly_footfall WHERE device_id = 'door' ORDER BY local_hour"))
                .containsExactly(
                        "Museum|2026-03-29 00:00:00.000000|0|7|5|5|3|0.5",
                        "Museum|2026-03-29 01:00:00.000000|1|7|4|3|2|0.5",
                        "Museum|2026-03-29 03:00:00.000000|3|7|9|9|6|0.5");
        // One of the four at 00:00 UTC had come before: 5 + 3 + 9 came, nobody was there at midnight.
        assertThat(trino.query(
                        "SELECT local_date, weekday, visitors, entries, exits, peak_occupancy, busiest_hour, is_final"
                                + " FROM daily_footfall WHERE device_id = 'door'"))
                .containsExactly("2026-03-29|7|17|17|17|6|3|true");
        assertThat(trino.query("SELECT site, local_hour, is_final FROM hourly_footfall WHERE device_id = 'nowhere'"))
                .containsExactly("null|2026-03-29 00:00:00.000000|false");
        assertThat(trino.query("SELECT device_id, time_zone FROM device_sites ORDER BY 1"))
                .containsExactly("door|Europe/Berlin", "odd|UTC");
    }

    @Test
    @Order(5)
    void shortWindowsOfAnHourCountTheirVisitorsOnce() throws SQLException {
        // Two people stand there all the time, a third comes in the second half.
        revision("gate", "2026-04-01 10:00", 30, 1, true, 10, 2, 2, 0, 2);
        revision("gate", "2026-04-01 10:30", 30, 1, true, 10, 3, 1, 0, 3);

        assertThat(trino.query("SELECT visitors, entries FROM hourly_footfall WHERE device_id = 'gate'"))
                .containsExactly("3|3");
    }

    @Test
    @Order(6)
    void occupancyIsOfTheNewestFrame() throws SQLException {
        trino.execute(
                "INSERT INTO frame_analyses SELECT 'door', 'boot', n, date_add('second', n - 100, current_timestamp), NULL,"
                        + " current_timestamp, 640, 360, 'm 1',"
                        + " transform(sequence(1, n), i -> CAST(ROW(0.1, 0.2, 0.3, 0.4, 0.9, 31.5, '30-39', 0.8, 'female', 0.9, 'neutral', 0.7, 'v' || CAST(i AS varchar))"
                        + " AS ROW(x double, y double, width double, height double, score double, age double, age_band varchar, age_confidence double,"
                        + " gender varchar, gender_confidence double, emotion varchar, emotion_confidence double, visit_id varchar))),"
                        + " 't', 0, n FROM UNNEST(sequence(1, 3)) AS t(n)");
        trino.execute(
                "INSERT INTO frame_analyses SELECT 'asleep', boot_id, sequence, captured_at - INTERVAL '2' DAY, enqueued_at,"
                        + " analyzed_at, frame_width, frame_height, model_version, faces, source_topic, source_partition, source_offset"
                        + " FROM frame_analyses");

        assertThat(trino.query("SELECT device_id, site, people, seconds_ago BETWEEN 90 AND 3600 FROM occupancy_now"))
                .containsExactly("door|Museum|3|true");
        assertThat(trino.query("SELECT sequence, visit_id, age_band, gender, emotion, height FROM faces"
                        + " WHERE device_id = 'door' ORDER BY 1, 2"))
                .hasSize(6)
                .startsWith("1|v1|30-39|female|neutral|0.4");
    }

    @Test
    @Order(7)
    void smallCellsAreSuppressedInThePyramid() throws SQLException {
        trino.execute(
                "INSERT INTO visits SELECT CAST(n AS varchar), 'door', TIMESTAMP '2026-03-29 22:30:00 UTC', TIMESTAMP '2026-03-29 22:31:00 UTC',"
                        + " 60.0, 100, 31.5, '30-39', 0.8, IF(n <= 5, 'female', 'male'), 0.9, 'neutral', 0.7, 'unknown', 'm 1', NULL, NULL, 'left'"
                        + " FROM UNNEST(sequence(1, 9)) AS t(n)");
        // Visit 6 as it was known before its camera had been silent for a while: it must not count as one more woman.
        trino.execute(
                "INSERT INTO visits SELECT visit_id, device_id, first_seen, first_seen, 0.0, 10, age, age_band, age_confidence, 'female', 0.7,"
                        + " emotion, emotion_confidence, recognition, model_version, crossings, zone_stays, heading FROM visits WHERE visit_id = '6'");

        assertThat(
                        trino.query(
                                "SELECT local_date, age_band, gender, visitors, is_suppressed, min_cell FROM age_gender_pyramid ORDER BY 3"))
                .containsExactly("2026-03-30|30-39|female|5|false|5", "2026-03-30|30-39|male|null|true|5");
    }

    @Test
    @Order(8)
    void linesAndZonesHaveARowOfTheNewestRevisionEach() throws SQLException {
        // A window from before there were lines and zones.
        revision("hall", "2026-05-01 09:00", 1, true, 10, 1, 1, 1, 1);
        for (int revision = 1; revision <= 2; revision++) {
            trino.execute(
                    "INSERT INTO crowd_demographics_revisions (device_id, window_start, window_end, revision, is_final, frames, visitors, entries,"
                            + " exits, new_visitors, returning_visitors, peak_occupancy, mean_occupancy, age_gender, emotion_gender, model_version,"
                            + " updated_at, lines, zones)"
                            + " VALUES ('hall', TIMESTAMP '2026-05-01 10:00:00 UTC', TIMESTAMP '2026-05-01 11:00:00 UTC', %d, true, 9, 3, 3, 3, 0, 0, 2, 0.5,"
                                    .formatted(revision)
                            + " ARRAY[], ARRAY[], 'm 1', current_timestamp, ARRAY[ROW('door', %d, 1), ROW('back door', 0, 0)],"
                                    .formatted(2 + revision)
                            + " ARRAY[ROW('till', 2, 3, 1, 0.25, 30.0, 28.5, 50.0), ROW('shelf', 0, 0, 0, 0.0, NULL, NULL, NULL)])");
        }

        assertThat(trino.query(
                        "SELECT line, in_count, out_count, net_count FROM line_crossings WHERE device_id = 'hall'"
                                + " ORDER BY line"))
                .containsExactly("back door|0|0|0", "door|4|1|3");
        assertThat(trino.query(
                        "SELECT zone, visitors, entries, peak_occupancy, mean_occupancy, dwell_mean_seconds, dwell_median_seconds, dwell_p90_seconds"
                                + " FROM zone_occupancy WHERE device_id = 'hall' ORDER BY zone"))
                .containsExactly("shelf|0|0|0|0.0|null|null|null", "till|2|3|1|0.25|30.0|28.5|50.0");
    }

    @Test
    @Order(9)
    void viewsWithoutTablesAreRefusedByFileAndLine() {
        TrinoSettings settings = trino.settings();
        Namespace empty = Namespace.of("empty");

        assertThatThrownBy(() -> Views.apply(catalog, empty, settings, ViewParameters.DEFAULT))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("R01__device_sites.sql:1: Trino refused the statement: ")
                .hasMessageContaining("devices' does not exist")
                .hasMessageEndingWith("migrate the tables first, or correct the file");
    }

    private static ViewReport apply(int minCell) {
        return Views.apply(catalog, NAMESPACE, trino.settings(), new ViewParameters(minCell));
    }

    /** A revision of a window of an hour. */
    private static void revision(
            String device,
            String start,
            int revision,
            boolean isFinal,
            int frames,
            int visitors,
            int entries,
            int exits,
            int peak)
            throws SQLException {
        revision(device, start, 60, revision, isFinal, frames, visitors, entries, exits, peak);
    }

    private static void revision(
            String device,
            String start,
            int minutes,
            int revision,
            boolean isFinal,
            int frames,
            int visitors,
            int entries,
            int exits,
            int peak)
            throws SQLException {
        String at = "TIMESTAMP '" + start + ":00 UTC'";
        trino.execute(
                "INSERT INTO crowd_demographics_revisions VALUES ('%s', %s, %s + INTERVAL '%d' MINUTE, %d, %s, %d, %d, %d, %d,"
                                .formatted(device, at, at, minutes, revision, isFinal, frames, visitors, entries, exits)
                        + " 0, 0, %d, 0.5, NULL, NULL, NULL, ARRAY[ROW('30-39', 'female', %d)], ARRAY[], 'm 1', current_timestamp, NULL, NULL)"
                                .formatted(peak, visitors));
    }
}
