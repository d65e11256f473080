package io.crowdlake.job.binary;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.FlinkException;
import org.apache.flink.util.InstantiationUtil;

/** What a savepoint says of a {@link BinarySerializer}: its class. Versions are in the values themselves. */
public final class BinarySerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int LAYOUT = 1;

    private BinarySerializer<T> serializer;

    /** For Flink, which then calls {@link #readSnapshot}. */
    public BinarySerializerSnapshot() {}

    BinarySerializerSnapshot(BinarySerializer<T> serializer) {
        this.serializer = serializer;
    }

    @Override
    public int getCurrentVersion() {
        return LAYOUT;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(serializer.getClass().getName());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void readSnapshot(int layout, DataInputView in, ClassLoader classLoader) throws IOException {
        String name = in.readUTF();
        try {
            serializer = InstantiationUtil.instantiate(name, BinarySerializer.class, classLoader);
        } catch (FlinkException e) {
            throw new IOException("the state was written by " + name + ", which is not in the job's jar", e);
        }
    }

    @Override
    public BinarySerializer<T> restoreSerializer() {
        return serializer;
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        boolean same = old instanceof BinarySerializerSnapshot<T> binary && binary.serializer.equals(serializer);
        return same
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
