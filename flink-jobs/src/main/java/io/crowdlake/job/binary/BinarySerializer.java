package io.crowdlake.job.binary;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes an immutable record component by component, and reads it in the same order.
 *
 * <p>Each value begins with the {@link #VERSION} it was written in. Whoever adds a component writes it last, raises the version, and lets
 * {@code read} give it a default where {@link BinaryInput#version()} is lower: state of older savepoints stays readable without a migration.
 */
public abstract class BinarySerializer<T> extends TypeSerializerSingleton<T> {

    private static final long serialVersionUID = 1L;

    /** That of all forms together, 1..127. */
    static final int VERSION = 6;

    /** From which on a face and a track have the colour of what is worn. */
    static final int WITH_CLOTHING = 3;

    /** From which on they have that of the hair as well. */
    static final int WITH_HAIR = 6;

    protected abstract void write(T value, BinaryOutput out) throws IOException;

    protected abstract T read(BinaryInput in) throws IOException;

    @Override
    public final void serialize(T value, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        write(value, new BinaryOutput(target));
    }

    @Override
    public final T deserialize(DataInputView source) throws IOException {
        return read(new BinaryInput(source, source.readByte()));
    }

    @Override
    public final T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public final void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public final T copy(T from) {
        return from;
    }

    @Override
    public final T copy(T from, T reuse) {
        return from;
    }

    @Override
    public final boolean isImmutableType() {
        return true;
    }

    @Override
    public final T createInstance() {
        return null;
    }

    @Override
    public final int getLength() {
        return -1;
    }

    @Override
    public final TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new BinarySerializerSnapshot<>(this);
    }
}
