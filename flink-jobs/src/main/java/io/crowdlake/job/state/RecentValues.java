package io.crowdlake.job.state;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * Keyed state of which the values of the keys that were in use last are held as objects: they are read once, and written when a snapshot is
 * about to be taken or when others take their place. What an access costs otherwise is to make objects of bytes, and bytes of objects.
 *
 * <p>A change that has not been written is lost with the process, as all since the last checkpoint is: what brought it comes again. One instance of
 * the operator is the only one that changes the state of its keys, so an object is never out of date.
 *
 * <p>Values must not change once they are in here. Not for several threads, as little as the state.
 *
 * @param <T> of the values
 */
public final class RecentValues<T> {

    /**
     * An object stays, although others need its place, until so many times as many changes as there are objects have passed it by: of keys that
     * come by turns, and are too many, some are always at hand, where otherwise each would have gone just before its turn.
     */
    private static final int PATIENCE = 4;

    private final ValueState<T> state;
    private final KeyContext keys;
    private final ToLongFunction<T> sizes;
    private final long mostBytes;

    private final Map<Object, Held<T>> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long changes;

    /**
     * @param keys tells the current key of the state, and changes it
     * @param sizes about how much memory a value takes, in bytes
     * @param mostBytes how much memory all objects take at most
     */
    RecentValues(ValueState<T> state, KeyContext keys, ToLongFunction<T> sizes, long mostBytes) {
        this.state = state;
        this.keys = keys;
        this.sizes = sizes;
        this.mostBytes = mostBytes;
    }

    /** That of the current key, or null without any. */
    public T value() throws IOException {
        Held<T> held = recent.get(keys.getCurrentKey());
        return held == null ? state.value() : held.value;
    }

    /** Replaces that of the current key. */
    public void update(T value) throws IOException {
        Object key = keys.getCurrentKey();
        long size = sizes.applyAsLong(value);
        changes++;
        Held<T> held = recent.get(key);
        if (held == null) {
            if (bytes + size > mostBytes && !longestUnusedGivesWay()) {
                state.update(value);
                return;
            }
            held = new Held<>();
            recent.put(key, held);
        }
        bytes += size - held.size;
        held.value = value;
        held.size = size;
        held.changed = changes;
        held.written = false;
        makeRoom(key);
    }

    /** Writes all changes to the state. The current key is another one then. */
    void write() throws IOException {
        for (Map.Entry<Object, Held<T>> entry : recent.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
    }

    private boolean longestUnusedGivesWay() {
        Iterator<Held<T>> held = recent.values().iterator();
        return !held.hasNext() || changes - held.next().changed > (long) PATIENCE * recent.size();
    }

    private void makeRoom(Object current) throws IOException {
        if (bytes <= mostBytes) {
            return;
        }
        Iterator<Map.Entry<Object, Held<T>>> eldest = recent.entrySet().iterator();
        while (bytes > mostBytes) {
            Map.Entry<Object, Held<T>> entry = eldest.next();
            write(entry.getKey(), entry.getValue());
            bytes -= entry.getValue().size;
            eldest.remove();
        }
        keys.setCurrentKey(current);
    }

    private void write(Object key, Held<T> held) throws IOException {
        if (!held.written) {
            keys.setCurrentKey(key);
            state.update(held.value);
            held.written = true;
        }
    }

    /** The value of a key, and what is known of it. */
    private static final class Held<T> {

        private T value;
        private long size;
        private long changed;
        private boolean written;
    }
}
