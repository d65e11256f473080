package io.crowdlake.job.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Origin;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.ZoneCount;
import io.crowdlake.contracts.ZoneStay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the job writes is what the migrations create, column by column. */
class LakeTableTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final FaceAttributes WOMAN =
            new FaceAttributes(34.5, AgeBand.AGE_30_39, 0.8, Gender.FEMALE, 0.9, Emotion.HAPPINESS, 0.7);

    @TempDir
    static Path folder;

    private static TestLake lake;

    @BeforeAll
    static void createTables() {
        lake = TestLake.in(folder).migrated();
    }

    static List<LakeTable<?>> tables() {
        return List.of(
                LakeTable.FRAME_ANALYSES,
                LakeTable.VISITS,
                LakeTable.CROWD_DEMOGRAPHICS,
                LakeTable.DEAD_LETTERS,
                LakeTable.DEVICE_TELEMETRY);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableTakesEveryColumnAndHasNoOther(LakeTable<?> table) {
        Types.StructType inTable = lake.table(table).schema().asStruct();

        assertThat(table.layout().misfit(inTable)).isEmpty();
        assertThat(table.layout().columns().stream().map(Column::name))
                .containsExactlyInAnyOrderElementsOf(
                        inTable.fields().stream().map(Types.NestedField::name).toList());
    }

    @Test
    void frameAnalysis() {
        DetectedFace tracked = new DetectedFace(new BoundingBox(0.1, 0.2, 0.3, 0.4), 0.95, WOMAN, "visit-1");
        DetectedFace unknown = new DetectedFace(new BoundingBox(0, 0, 1, 1), 0.5, null);
        Map<String, Object> row = row(
                LakeTable.FRAME_ANALYSES,
                new FrameAnalysis(
                        "entrance-1",
                        "boot",
                        42,
                        TIME,
                        null,
                        TIME.plusSeconds(1),
                        640,
                        480,
                        "faces 1",
                        List.of(tracked, unknown),
                        new Origin("camera-frames", 3, 1234)));

        assertThat(row)
                .containsEntry("device_id", "entrance-1")
                .containsEntry("boot_id", "boot")
                .containsEntry("sequence", 42L)
                .containsEntry("captured_at", TIME)
                .containsEntry("enqueued_at", null)
                .containsEntry("analyzed_at", TIME.plusSeconds(1))
                .containsEntry("frame_width", 640)
                .containsEntry("frame_height", 480)
                .containsEntry("model_version", "faces 1")
                .containsEntry("source_topic", "camera-frames")
                .containsEntry("source_partition", 3)
                .containsEntry("source_offset", 1234L);
        assertThat(row.get("faces"))
                .isEqualTo(List.of(
                        List.of(
                                0.1,
                                0.2,
                                0.3,
                                0.4,
                                0.95,
                                34.5,
                                "30-39",
                                0.8,
                                "female",
                                0.9,
                                "happiness",
                                0.7,
                                "visit-1"),
                        List.of(
                                0.0, 0.0, 1.0, 1.0, 0.5, "null", "unknown", 0.0, "unknown", 0.0, "unknown", 0.0,
                                "null")));
    }

    @Test
    void frameAnalysisOfUnknownOrigin() {
        assertThat(row(
                        LakeTable.FRAME_ANALYSES,
                        new FrameAnalysis("d", "b", 0, TIME, TIME, TIME, 1, 1, "m", List.of(), null)))
                .containsEntry("enqueued_at", TIME)
                .containsEntry("faces", List.of())
                .containsEntry("source_topic", null)
                .containsEntry("source_partition", null)
                .containsEntry("source_offset", null);
    }

    @Test
    void visit() {
        assertThat(row(
                        LakeTable.VISITS,
                        new Visit(
                                "visit-1",
                                "entrance-1",
                                TIME,
                                TIME.plusMillis(2500),
                                7,
                                WOMAN,
                                Recognition.NEW,
                                "faces 1",
                                List.of(new LineCrossing("door", CrossingDirection.IN, TIME.plusSeconds(1))),
                                List.of(new ZoneStay("till", TIME, TIME.plusSeconds(2))),
                                Heading.UP_LEFT)))
                .containsEntry("visit_id", "visit-1")
                .containsEntry("device_id", "entrance-1")
                .containsEntry("first_seen", TIME)
                .containsEntry("last_seen", TIME.plusMillis(2500))
                .containsEntry("dwell_seconds", 2.5)
                .containsEntry("frames", 7L)
                .containsEntry("age", 34.5)
                .containsEntry("age_band", "30-39")
                .containsEntry("age_confidence", 0.8)
                .containsEntry("gender", "female")
                .containsEntry("gender_confidence", 0.9)
                .containsEntry("emotion", "happiness")
                .containsEntry("emotion_confidence", 0.7)
                .containsEntry("recognition", "new")
                .containsEntry("model_version", "faces 1")
                .containsEntry("crossings", List.of(List.of("door", "in", TIME.plusSeconds(1))))
                .containsEntry("zone_stays", List.of(List.of("till", TIME, TIME.plusSeconds(2))))
                .containsEntry("heading", "up-left");
    }

    @Test
    void crowdDemographics() {
        CrowdDemographics window = new CrowdDemographics(
                "entrance-1",
                TIME,
                TIME.plusSeconds(3600),
                3,
                true,
                100,
                20,
                18,
                17,
                2,
                1,
                5,
                1.5,
                12.5,
                null,
                30.0,
                List.of(new AgeGenderCount(AgeBand.AGE_60_PLUS, Gender.MALE, 4)),
                List.of(new EmotionGenderCount(Emotion.NEUTRAL, Gender.FEMALE, 6)),
                "faces 1",
                TIME.plusSeconds(4000),
                List.of(new LineCount("door", 8, 7)),
                List.of(new ZoneCount("till", 5, 6, 2, 0.25, 30.0, null, 55.0)));

        assertThat(row(LakeTable.CROWD_DEMOGRAPHICS, window))
                .containsEntry("device_id", "entrance-1")
                .containsEntry("window_start", TIME)
                .containsEntry("window_end", TIME.plusSeconds(3600))
                .containsEntry("revision", 3L)
                .containsEntry("is_final", true)
                .containsEntry("frames", 100L)
                .containsEntry("visitors", 20L)
                .containsEntry("entries", 18L)
                .containsEntry("exits", 17L)
                .containsEntry("new_visitors", 2L)
                .containsEntry("returning_visitors", 1L)
                .containsEntry("peak_occupancy", 5L)
                .containsEntry("mean_occupancy", 1.5)
                .containsEntry("dwell_mean_seconds", 12.5)
                .containsEntry("dwell_median_seconds", null)
                .containsEntry("dwell_p90_seconds", 30.0)
                .containsEntry("age_gender", List.of(List.of("60+", "male", 4L)))
                .containsEntry("emotion_gender", List.of(List.of("neutral", "female", 6L)))
                .containsEntry("model_version", "faces 1")
                .containsEntry("updated_at", TIME.plusSeconds(4000))
                .containsEntry("lines", List.of(List.of("door", 8L, 7L)))
                .containsEntry("zones", List.of(List.of("till", 5L, 6L, 2L, 0.25, 30.0, "null", 55.0)));
    }

    @Test
    void deadLetter() {
        assertThat(row(
                        LakeTable.DEAD_LETTERS,
                        new DeadLetter(DeadLetterReason.IMAGE_INVALID, "no JPEG", null, null, 12, null, TIME)))
                .containsEntry("reason", "IMAGE_INVALID")
                .containsEntry("detail", "no JPEG")
                .containsEntry("device_id", null)
                .containsEntry("source_topic", null)
                .containsEntry("source_partition", null)
                .containsEntry("source_offset", null)
                .containsEntry("payload_bytes", 12L)
                .containsEntry("captured_at", null)
                .containsEntry("occurred_at", TIME);
    }

    @Test
    void deviceTelemetry() {
        DeviceTelemetry well =
                new DeviceTelemetry("door", TIME, 105, 100, 2, 3, 51.5, "0.1.0", Duration.ofMillis(90_500), null);
        DeviceTelemetry troubled = new DeviceTelemetry(
                "door", TIME, 0, 0, 0, 0, null, "0.1.0", Duration.ofSeconds(Long.MAX_VALUE), "the source has ended");

        assertThat(row(LakeTable.DEVICE_TELEMETRY, well))
                .containsEntry("device_id", "door")
                .containsEntry("sent_at", TIME)
                .containsEntry("frames_captured", 105L)
                .containsEntry("frames_sent", 100L)
                .containsEntry("frames_dropped", 2L)
                .containsEntry("buffered", 3L)
                .containsEntry("temperature_celsius", 51.5)
                .containsEntry("software_version", "0.1.0")
                .containsEntry("uptime_seconds", 90.5)
                .containsEntry("trouble", null);
        assertThat(row(LakeTable.DEVICE_TELEMETRY, troubled))
                .containsEntry("temperature_celsius", null)
                .containsEntry("uptime_seconds", (double) Long.MAX_VALUE)
                .containsEntry("trouble", "the source has ended");
    }

    /** The row of a record by column name, in plain Java types. */
    private static <T> Map<String, Object> row(LakeTable<T> table, T source) {
        Types.StructType inTable = lake.table(table).schema().asStruct();
        GenericRowData row = (GenericRowData) table.layout().bind(inTable).map(source);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.getArity(); i++) {
            values.put(inTable.fields().get(i).name(), plain(row.getField(i)));
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof TimestampData time) {
            return time.toInstant();
        }
        if (value instanceof ArrayData array) {
            return IntStream.range(0, array.size())
                    .mapToObj(i -> plain(array.getRow(i, 0)))
                    .toList();
        }
        if (value instanceof RowData row) {
            return IntStream.range(0, row.getArity())
                    .mapToObj(i -> plain(((GenericRowData) row).getField(i)))
                    .map(field -> field == null ? "null" : field)
                    .toList();
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }
}
