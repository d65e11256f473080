package io.crowdlake.job.recognize;

import static io.crowdlake.job.track.People.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.recognize.Person;
import io.crowdlake.counting.recognize.RecognitionRules;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingKey;
import io.crowdlake.job.track.OperatorRig;
import io.crowdlake.job.track.People;
import io.crowdlake.job.track.TrackFunction;
import io.crowdlake.job.track.TrackSettings;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a checkpoint holds shows what people look like. */
class SealedStateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(classes = {Look.class, Person.class, SiteClock.class})
    void isARecordWithoutGenericParts(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(PojoSerializer.class);
        assertThat(TypeInformation.of(type).toString()).doesNotContain("GenericType");
    }

    @Test
    void embeddingsInStateAreSealed() throws Exception {
        String key = KeyFiles.create(folder, 1);
        float[] look = Looks.at(7, 0);
        TrackSettings settings = new TrackSettings(SECOND, SECOND.multipliedBy(15), SECOND, Duration.ofHours(1));
        RecognitionRules rules = new RecognitionRules(0.8, Duration.ofHours(1), SECOND, null, null);
        DetectedFace face = new DetectedFace(new BoundingBox(0.4, 0.4, 0.1, 0.1), 0.95, FaceAttributes.UNKNOWN)
                .withEmbedding(new EmbeddingSealer(SealingKey.read(key)).seal(look));
        try (OperatorRig<FrameAnalysis, TrackedFrame> track =
                        new OperatorRig<>(new TrackFunction(settings), FrameAnalysis::deviceId, false, at(0), null);
                OperatorRig<TrackedFrame, TrackedFrame> recognize = new OperatorRig<>(
                        new RecognizeFunction(new RecognizeSettings(rules, key, 10)),
                        TrackedFrame::deviceId,
                        false,
                        at(0),
                        null)) {
            for (int number = 0; number < 5; number++) {
                track.send(People.frame("camera-1", number, at(number), List.of(face)));
            }
            assertSealed(track.snapshot(1), look);

            track.turnTo(at(20));
            for (TrackedFrame frame : track.takeOutput()) {
                recognize.send(frame);
            }
            assertThat(recognize.takeSideOutput(RecognizeFunction.CLOSED_VISITS))
                    .hasSize(1);
            assertSealed(recognize.snapshot(1), look);
        }
    }

    private static void assertSealed(OperatorSubtaskState snapshot, float[] look) throws Exception {
        StringBuilder state = new StringBuilder();
        for (KeyedStateHandle handle : snapshot.getManagedKeyedState()) {
            try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
                state.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(state)
                .as("this is the state")
                .contains("camera-1")
                .hasSizeGreaterThan(Looks.DIMENSIONS * Float.BYTES);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (int i = 0; i < look.length; i++) {
                ByteBuffer number =
                        ByteBuffer.allocate(Float.BYTES).order(order).putFloat(look[i]);
                assertThat(state.indexOf(new String(number.array(), StandardCharsets.ISO_8859_1)))
                        .as("number %s of the embedding", i)
                        .isNegative();
            }
        }
    }
}
