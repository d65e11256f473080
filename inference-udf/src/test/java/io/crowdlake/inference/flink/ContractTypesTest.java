package io.crowdlake.inference.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Frames;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows through the stage goes through Flink's own serializers, whose states can evolve; nothing falls back to Kryo. */
class ContractTypesTest {

    @ParameterizedTest
    @ValueSource(classes = {CameraFrame.class, FrameAnalysis.class, DeadLetter.class, AnalysisOutcome.class})
    void aTypeOfTheStageIsARecordToFlinkDownToItsLastField(Class<?> type) {
        TypeInformation<?> information = TypeInformation.of(type);

        assertThat(information).isInstanceOf(PojoTypeInfo.class);
        SerializerConfigImpl withoutGenericTypes = new SerializerConfigImpl();
        withoutGenericTypes.setGenericTypes(false);
        assertThat(information.createSerializer(withoutGenericTypes))
                .as("without Kryo")
                .isNotNull();
    }

    @Test
    void anAnalysisComesBackAsItWas() throws IOException, AnalysisException {
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(TinyBundle.load(), TinyBundle.settings())) {
            FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(1, Pictures.oneFace()));

            AnalysisOutcome back = throughFlink(AnalysisOutcome.of(analysis), AnalysisOutcome.class);

            assertThat(back).isEqualTo(AnalysisOutcome.of(analysis));
            assertThat(back.analysis().faces()).hasSize(1);
        }
    }

    @Test
    void aDeadLetterComesBackAsItWasWithItsGaps() throws IOException {
        DeadLetter letter = new DeadLetter(
                DeadLetterReason.DEVICE_ID_MISSING, "no device", null, null, 12, null, Frames.CAPTURED_AT);

        assertThat(throughFlink(AnalysisOutcome.of(letter), AnalysisOutcome.class))
                .isEqualTo(AnalysisOutcome.of(letter));
    }

    @Test
    void aFrameComesBackAsItWas() throws IOException {
        CameraFrame frame = Frames.jpeg(1, Pictures.oneFace());

        CameraFrame back = throughFlink(frame, CameraFrame.class);

        assertThat(back).usingRecursiveComparison().isEqualTo(frame);
    }

    private static <T> T throughFlink(T value, Class<T> type) throws IOException {
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer output = new DataOutputSerializer(64);
        serializer.serialize(value, output);
        return serializer.deserialize(new DataInputDeserializer(output.getCopyOfBuffer()));
    }
}
