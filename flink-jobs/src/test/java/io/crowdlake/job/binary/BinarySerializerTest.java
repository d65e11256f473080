package io.crowdlake.job.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Origin;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.counting.place.Passage;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.track.Newcomer;
import io.crowdlake.counting.track.Track;
import io.crowdlake.counting.track.TrackerState;
import io.crowdlake.counting.track.View;
import io.crowdlake.counting.visit.ColourVote;
import io.crowdlake.counting.visit.Colours;
import io.crowdlake.counting.visit.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinarySerializerTest {

    @Property(tries = 300)
    void anAnalysisComesBackAsItWas(@ForAll long seed) throws Exception {
        FrameAnalysis analysis =
                new RandomRecords(seed, Origin.class, SealedEmbedding.class, Colour.class).next(FrameAnalysis.class);
        assertThat(RoundTrip.of(analysis, FrameAnalysisSerializer.TYPE)).isEqualTo(analysis);
    }

    @Property(tries = 300)
    void aHeartbeatComesBackAsItWas(
            @ForAll @LongRange(min = 0) long count,
            @ForAll @LongRange(min = 0) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll boolean well)
            throws Exception {
        DeviceTelemetry telemetry = new DeviceTelemetry(
                "cam",
                Instant.ofEpochSecond(nanos, nanos),
                count,
                count / 2,
                count / 3,
                count / 5,
                well ? null : nanos % 1000 / 2.0,
                "0.1.0",
                Duration.ofSeconds(seconds, nanos),
                well ? null : "the hub does not answer");
        assertThat(RoundTrip.of(telemetry, DeviceTelemetrySerializer.TYPE)).isEqualTo(telemetry);
    }

    @Property(tries = 300)
    void tracksComeBackAsTheyWere(@ForAll long seed) throws Exception {
        TrackerState tracks =
                new RandomRecords(seed, Look.class, Newcomer.class, ColourVote.class).next(TrackerState.class);
        DataOutputSerializer out = new DataOutputSerializer(256);
        TracksForm.write(tracks, new BinaryOutput(out));
        assertThat(TracksForm.read(input(out))).isEqualTo(tracks);
    }

    @Property(tries = 300)
    void visitsComeBackAsTheyWere(@ForAll long seed) throws Exception {
        VisitUpdate visit = new RandomRecords(seed, Look.class).next(VisitUpdate.class);
        DataOutputSerializer out = new DataOutputSerializer(256);
        VisitsForm.write(visit, new BinaryOutput(out));
        assertThat(VisitsForm.read(input(out))).isEqualTo(visit);
    }

    @Property
    void numbersComeBackAndSmallOnesTakeAByte(@ForAll long number) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(16);
        new BinaryOutput(out).number(number);
        assertThat(out.length()).isEqualTo(number >= 0 && number < 128 ? 1 : out.length());
        assertThat(input(out).number()).isEqualTo(number);
    }

    @Property
    void textsComeBack(@ForAll String text) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(16);
        new BinaryOutput(out).text(text);
        new BinaryOutput(out).text(null);
        BinaryInput in = input(out);
        // A lone half of a surrogate pair has no form in UTF-8.
        assertThat(in.text()).isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(in.text()).isNull();
    }

    @Test
    void aSavepointNamesTheSerializerAndFindsItAgain() throws Exception {
        TypeSerializer<FrameAnalysis> serializer = FrameAnalysisSerializer.TYPE.createSerializer(null);
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());

        TypeSerializerSnapshot<FrameAnalysis> restored = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void aSavepointOfAnUnknownSerializerIsToldByName() {
        BinarySerializerSnapshot<FrameAnalysis> snapshot = new BinarySerializerSnapshot<>();
        DataOutputSerializer out = new DataOutputSerializer(64);

        assertThatThrownBy(() -> {
                    out.writeUTF("io.crowdlake.job.binary.Gone");
                    snapshot.readSnapshot(
                            1,
                            new DataInputDeserializer(out.getCopyOfBuffer()),
                            getClass().getClassLoader());
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("io.crowdlake.job.binary.Gone");
    }

    @Test
    void copyingBytesCopiesTheValue() throws Exception {
        FrameAnalysis analysis = new RandomRecords(7).next(FrameAnalysis.class);
        TypeSerializer<FrameAnalysis> serializer = FrameAnalysisSerializer.TYPE.createSerializer(null);
        DataOutputSerializer first = new DataOutputSerializer(64);
        DataOutputSerializer second = new DataOutputSerializer(64);
        serializer.serialize(analysis, first);
        serializer.copy(new DataInputDeserializer(first.getCopyOfBuffer()), second);

        assertThat(second.getCopyOfBuffer()).isEqualTo(first.getCopyOfBuffer());
    }

    /** Version 1 ended with the time of the newest frame. */
    @Test
    void aTrackerOfAnOlderSavepointLearnsItsViewAnew() throws Exception {
        Instant newest = Instant.parse("2026-03-02T12:00:00Z");
        DataOutputSerializer out = new DataOutputSerializer(64);
        TracksForm.write(new TrackerState(List.of(), newest, View.UNKNOWN), new BinaryOutput(out));

        TrackerState read = TracksForm.read(new BinaryInput(new DataInputDeserializer(out.getCopyOfBuffer()), 1));

        assertThat(read).isEqualTo(new TrackerState(List.of(), newest, View.UNKNOWN));
    }

    /** Version 2 had neither clothes nor hair at a face, version 5 no hair. */
    @ParameterizedTest
    @CsvSource({"2, 2", "5, 1"})
    void anAnalysisOfAnOlderSavepointHasNoColours(int version, int missing) throws Exception {
        DetectedFace face = new DetectedFace(new BoundingBox(0.1, 0.2, 0.3, 0.4), 0.9, FaceAttributes.UNKNOWN);
        Instant time = Instant.parse("2026-03-02T12:00:00Z");
        FrameAnalysis analysis =
                new FrameAnalysis("cam", "boot", 1, time, null, time, 64, 48, "m 1", List.of(face), null);
        DataOutputSerializer out = new DataOutputSerializer(64);
        new FrameAnalysisSerializer().write(analysis, new BinaryOutput(out));
        byte[] older = Arrays.copyOf(
                out.getCopyOfBuffer(), out.length() - missing); // each of the last bytes says that nothing follows

        FrameAnalysis read =
                new FrameAnalysisSerializer().read(new BinaryInput(new DataInputDeserializer(older), version));

        assertThat(read).isEqualTo(analysis);
    }

    /** Version 5 had no colour of the hair at the end of a track. */
    @Test
    void aTrackOfAnOlderSavepointHasNoHair() throws Exception {
        TrackerState random = new RandomRecords(7, Look.class, Newcomer.class).next(TrackerState.class);
        Instant newest = Instant.parse("2026-03-02T12:00:00Z");
        Track bald = withoutHair(random.tracks().get(0));
        DataOutputSerializer nobody = new DataOutputSerializer(64);
        TracksForm.write(new TrackerState(List.of(), newest, View.UNKNOWN), new BinaryOutput(nobody));
        DataOutputSerializer out = new DataOutputSerializer(256);
        TracksForm.write(new TrackerState(List.of(bald), newest, View.UNKNOWN), new BinaryOutput(out));
        int afterTrack = out.length() - (nobody.length() - 1); // all but the number of tracks
        DataOutputSerializer older = new DataOutputSerializer(256);
        older.write(out.getCopyOfBuffer(), 0, afterTrack - 1); // without the byte that says that nothing follows
        older.write(out.getCopyOfBuffer(), afterTrack, out.length() - afterTrack);

        TrackerState read = TracksForm.read(new BinaryInput(new DataInputDeserializer(older.getCopyOfBuffer()), 5));

        assertThat(read.tracks()).containsExactly(bald);
        assertThat(read.newest()).isEqualTo(newest);
    }

    private static Track withoutHair(Track track) {
        return new Track(
                track.visitId(),
                track.confirmed(),
                track.firstSeen(),
                track.frames(),
                track.motion(),
                track.vote(),
                track.modelVersion(),
                track.announcedFrames(),
                track.newcomer(),
                track.hiddenMillis(),
                track.whereabouts(),
                new Colours(track.colours().clothes(), null),
                track.look());
    }

    /** Version 4 kept of a way over a line the sum alone, and of the last sight only the place. */
    @Test
    void aWayOverALineGoesOnFromAnOlderSavepoint() throws Exception {
        Point last = new Point(0.4, 0.5);
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        BinaryOutput older = new BinaryOutput(bytes);
        older.optional(null, BinarySerializerTest::writePoint);
        older.optional(last, BinarySerializerTest::writePoint);
        older.constant(Heading.NONE);
        older.map(Map.of("door", -1), (line, out) -> out.text(line), (over, out) -> out.number(over));
        older.list(List.of(), (none, out) -> {}); // zones
        older.list(List.of(), (none, out) -> {}); // crossings
        older.list(List.of(), (none, out) -> {}); // stays in zones
        PlacesForm.writeMovement(Movement.NONE, older);
        older.flag(true);

        Whereabouts read =
                PlacesForm.readWhereabouts(new BinaryInput(new DataInputDeserializer(bytes.getCopyOfBuffer()), 4));

        assertThat(read.passages()).containsExactly(Map.entry("door", new Passage(-1, false, null)));
        assertThat(read.lastAt()).isNull();
        assertThat(read.last()).isEqualTo(last);
        assertThat(read.told()).isTrue();
    }

    private static void writePoint(Point point, BinaryOutput out) throws IOException {
        out.real(point.x());
        out.real(point.y());
    }

    private static BinaryInput input(DataOutputSerializer out) {
        return new BinaryInput(new DataInputDeserializer(out.getCopyOfBuffer()), BinarySerializer.VERSION);
    }
}
