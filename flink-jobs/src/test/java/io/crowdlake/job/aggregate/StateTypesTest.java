package io.crowdlake.job.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.VisitCounts;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that {@link AggregateFunction} keeps goes through serializers that can evolve. */
class StateTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {CrowdProgress.class, Publication.class, VisitUpdate.class, FrameCounts.class, VisitCounts.class})
    void isARecordWithoutGenericParts(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(PojoSerializer.class);
        assertThat(TypeInformation.of(type).toString()).doesNotContain("GenericType");
    }
}
