package io.crowdlake.job.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.job.binary.RandomRecords;
import io.crowdlake.job.binary.RoundTrip;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that {@link AggregateFunction} keeps goes through serializers that can evolve. */
class StateTypesTest {

    @ParameterizedTest
    @ValueSource(classes = {ArchivedWindow.class, VisitCounts.class})
    void isARecordWithoutGenericParts(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(PojoSerializer.class);
        assertThat(TypeInformation.of(type).toString()).doesNotContain("GenericType");
    }

    @Property(tries = 300)
    void progressComesBackAsItWas(@ForAll long seed) throws Exception {
        CrowdProgress progress =
                new RandomRecords(seed, FrameSight.class, Look.class, VisitCounts.class).next(CrowdProgress.class);
        assertThat(RoundTrip.of(progress, CrowdProgressSerializer.TYPE)).isEqualTo(progress);
    }

    @Property(tries = 100)
    void olderProgressHasItsVisitsApart(@ForAll long seed) throws Exception {
        CrowdProgress progress = new RandomRecords(seed, FrameSight.class, Look.class).next(CrowdProgress.class);
        DataOutputSerializer out = new DataOutputSerializer(256);
        CrowdProgressSerializer serializer = new CrowdProgressSerializer();
        serializer.serialize(progress, out);
        byte[] older = out.getCopyOfBuffer();
        older[0] = CrowdProgressSerializer.WITH_VISITS - 1;

        CrowdProgress read = serializer.deserialize(new DataInputDeserializer(older));

        assertThat(read.open()).isEqualTo(progress.open());
        assertThat(read.active()).hasSameSizeAs(progress.active());
        read.active().forEach((start, window) -> assertThat(window)
                .isEqualTo(progress.active().get(start).with((VisitCounts) null)));
    }
}
