package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.job.ingest.HubRecord;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that travels between stages goes through the serializer that can evolve, and none through Kryo. */
class TypesTest {

    static List<Class<?>> records() {
        return List.of(
                HubRecord.class,
                AnalysisOutcome.class,
                FrameAnalysis.class,
                TrackedFrame.class,
                Visit.class,
                CrowdDemographics.class,
                DeadLetter.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordHasAStructuredSerializer(Class<?> type) {
        assertThat(serializer(type)).isInstanceOf(PojoSerializer.class);
        assertThat(TypeInformation.of(type).toString()).doesNotContain("GenericType");
    }

    @Test
    void recordComesBackAsItWas() throws Exception {
        for (long index = 0; index < 60; index++) {
            HubRecord message = Scene.message(index);
            assertThat(copy(message)).usingRecursiveComparison().isEqualTo(message);
            if (message.frame() != null) {
                FrameAnalysis analysis = Scene.analysis(message.frame());
                assertThat(copy(analysis)).isEqualTo(analysis);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws Exception {
        TypeSerializer<T> serializer = serializer((Class<T>) value.getClass());
        DataOutputSerializer bytes = new DataOutputSerializer(256);
        serializer.serialize(value, bytes);
        return serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        Configuration configuration = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl(configuration));
    }
}
