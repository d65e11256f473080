package io.crowdlake.job.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Zone;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.track.CameraTracker;
import io.crowdlake.counting.track.Newcomer;
import io.crowdlake.counting.track.TrackStep;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.track.TrackerState;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.job.binary.RandomRecords;
import io.crowdlake.job.binary.RoundTrip;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that {@link TrackFunction} keeps or sends goes through serializers that can evolve, none through Kryo, and comes back as it was. */
class StateTypesTest {

    private static final CameraLayout LAYOUT = new CameraLayout(
            List.of(new CountingLine("middle", new Point(0.5, 0), new Point(0.5, 1), Heading.RIGHT)),
            List.of(new Zone("half", List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 1), new Point(0, 1)))));

    @ParameterizedTest
    @ValueSource(classes = {SeenKey.class, TrackedFrame.class})
    void isARecordWithoutGenericParts(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(PojoSerializer.class);
        assertThat(TypeInformation.of(type).toString()).doesNotContain("GenericType");
    }

    @Property(tries = 300)
    void aCamerasMemoryComesBackAsItWas(@ForAll long seed) throws Exception {
        RandomRecords random = new RandomRecords(seed, FramePlace.class, Look.class, Newcomer.class);
        CameraMemory camera = new CameraMemory(
                random.next(CameraClock.class),
                null,
                random.next(TrackerState.class),
                random.next(Coverage.class),
                seed % 3 == 0
                        ? null
                        : new Backlog(
                                People.NOON, random.next(FramePlace.class), seed, random.next(TrackerState.class)));
        assertThat(RoundTrip.of(camera, CameraMemorySerializer.TYPE)).isEqualTo(camera);
    }

    @Property(tries = 300)
    void aPlaceComesBackAsItWas(@ForAll long seed) throws Exception {
        FramePlace place = new RandomRecords(seed).next(FramePlace.class);
        assertThat(RoundTrip.of(place, FramePlaceSerializer.TYPE)).isEqualTo(place);
    }

    @Property
    void whatHasBeenSeenComesBackAsItWas(@ForAll @Size(16) long[] bits, @ForAll boolean full) throws Exception {
        bits[3] = full ? -1 : 0;
        SeenChunk chunk = new SeenChunk(new SeenKey("boot", 12), bits, People.NOON);
        CameraMemory camera = CameraMemory.startingWith(People.NOON).with(chunk);

        assertThat(RoundTrip.of(chunk, SeenChunkSerializer.TYPE))
                .usingRecursiveComparison()
                .isEqualTo(chunk);
        assertThat(RoundTrip.of(camera, CameraMemorySerializer.TYPE))
                .usingRecursiveComparison()
                .isEqualTo(camera);
    }

    @Test
    void trackedFramesComeBackAsTheyWere() throws Exception {
        CameraTracker tracker = new CameraTracker(TrackerParameters.ofVisitGap(Duration.ofSeconds(2)));
        TrackerState state = TrackerState.EMPTY;
        for (FrameAnalysis frame : People.history("camera-1", 42, 60)) {
            TrackStep step = tracker.advance(state, frame, LAYOUT);
            state = step.state();
            assertThat(copy(step.frame(), TrackedFrame.class)).isEqualTo(step.frame());
        }
        TrackedFrame silence = new TrackedFrame(null, "camera-1", People.NOON, List.of());
        assertThat(copy(silence, TrackedFrame.class)).isEqualTo(silence);
    }

    private static <T> T copy(T value, Class<T> type) throws Exception {
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
