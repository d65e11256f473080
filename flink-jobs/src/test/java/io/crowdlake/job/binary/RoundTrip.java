package io.crowdlake.job.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes values and reads them again. */
public final class RoundTrip {

    private RoundTrip() {}

    /** The value after it was written and read; nothing must be left over. */
    public static <T> T of(T value, BinaryType<T> type) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        type.createSerializer(null).serialize(value, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        T copy = type.createSerializer(null).deserialize(in);
        assertThat(in.available()).as("bytes that were not read").isZero();
        return copy;
    }
}
