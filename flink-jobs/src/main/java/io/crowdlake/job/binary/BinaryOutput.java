package io.crowdlake.job.binary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the components of a record; {@link BinaryInput} reads them. */
public final class BinaryOutput {

    /** Stands for null where a length or an ordinal is expected; they are written with one added. */
    private static final int NULL = 0;

    private static final int MOST_IN_A_BYTE = 0x80;

    private final DataOutputView out;

    public BinaryOutput(DataOutputView out) {
        this.out = out;
    }

    /** Writes a value, or one part of it after another. */
    @FunctionalInterface
    public interface Part<T> {
        void write(T value, BinaryOutput out) throws IOException;
    }

    public void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    public void real(double value) throws IOException {
        out.writeDouble(value);
    }

    /** Eight bytes. */
    public void fixed(long value) throws IOException {
        out.writeLong(value);
    }

    /** One byte where it is small, more where it is large or negative. */
    public void number(long value) throws IOException {
        long left = value;
        while ((left & -MOST_IN_A_BYTE) != 0) {
            out.writeByte((int) (left & (MOST_IN_A_BYTE - 1)) | MOST_IN_A_BYTE);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    /** A text or null. */
    public void text(String value) throws IOException {
        if (value == null) {
            number(NULL);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length + 1);
        out.write(bytes);
    }

    /** Bytes as they are. */
    public void bytes(byte[] value) throws IOException {
        number(value.length);
        out.write(value);
    }

    /** An instant or null, to the nanosecond. */
    public void instant(Instant value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(value.getNano());
        out.writeLong(value.getEpochSecond());
    }

    /** A constant or null. Constants may only ever be added at the end. */
    public void constant(Enum<?> value) throws IOException {
        out.writeByte(value == null ? NULL : value.ordinal() + 1);
    }

    /** A value or null. */
    public <T> void optional(T value, Part<? super T> part) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            part.write(value, this);
        }
    }

    public <T> void list(List<T> values, Part<? super T> part) throws IOException {
        int size = values.size();
        number(size);
        // Most lists are empty, and the others are arrays: both are faster without an iterator.
        for (int index = 0; index < size; index++) {
            part.write(values.get(index), this);
        }
    }

    public <K, V> void map(Map<K, V> values, Part<? super K> key, Part<? super V> part) throws IOException {
        number(values.size());
        for (Map.Entry<K, V> entry : values.entrySet()) {
            key.write(entry.getKey(), this);
            part.write(entry.getValue(), this);
        }
    }
}
