package io.crowdlake.job.binary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;

/** Reads the components of a record in the order in which {@link BinaryOutput} wrote them. */
public final class BinaryInput {

    private final DataInputView in;
    private final int version;

    BinaryInput(DataInputView in, int version) {
        this.in = in;
        this.version = version;
    }

    /** Reads a value. */
    @FunctionalInterface
    public interface Part<T> {
        T read(BinaryInput in) throws IOException;
    }

    /** The {@link BinarySerializer#VERSION} in which the value was written. */
    public int version() {
        return version;
    }

    public boolean flag() throws IOException {
        return in.readBoolean();
    }

    public double real() throws IOException {
        return in.readDouble();
    }

    public long fixed() throws IOException {
        return in.readLong();
    }

    public long number() throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    public int count() throws IOException {
        return Math.toIntExact(number());
    }

    public String text() throws IOException {
        int length = count() - 1;
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public byte[] bytes() throws IOException {
        byte[] bytes = new byte[count()];
        in.readFully(bytes);
        return bytes;
    }

    public Instant instant() throws IOException {
        int nanos = in.readInt();
        return nanos < 0 ? null : Instant.ofEpochSecond(in.readLong(), nanos);
    }

    /** One of all the constants of an enum, or null. */
    public <E extends Enum<E>> E constant(E[] all) throws IOException {
        int ordinal = in.readByte();
        return ordinal == 0 ? null : all[ordinal - 1];
    }

    public <T> T optional(Part<T> part) throws IOException {
        return in.readBoolean() ? part.read(this) : null;
    }

    public <T> List<T> list(Part<T> part) throws IOException {
        int size = count();
        if (size == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            values.add(part.read(this));
        }
        return values;
    }

    public <K, V> Map<K, V> map(Part<K> key, Part<V> part) throws IOException {
        int size = count();
        if (size == 0) {
            return Map.of();
        }
        Map<K, V> values = new HashMap<>(2 * size);
        for (int index = 0; index < size; index++) {
            values.put(key.read(this), part.read(this));
        }
        return values;
    }
}
