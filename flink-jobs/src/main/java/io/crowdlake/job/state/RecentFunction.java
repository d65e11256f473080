package io.crowdlake.job.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * A function that holds as objects what the keys have that were in use last. It only runs in a {@link RecentOperator}, which has it write them
 * before a snapshot: Flink asks no function for that key by key.
 *
 * @param <I> of the input
 * @param <O> of the main output
 */
public abstract class RecentFunction<I, O> extends KeyedProcessFunction<String, I, O> {

    private static final long serialVersionUID = 1L;

    private transient KeyContext keys;
    private transient long mostBytes;
    private transient List<RecentValues<?>> values;

    /**
     * State with the name and in the form of Flink's own; to be asked for when opened.
     *
     * @param sizes about how much memory a value takes, in bytes
     */
    protected final <T> RecentValues<T> recentValues(ValueStateDescriptor<T> descriptor, ToLongFunction<T> sizes) {
        RecentValues<T> recent = new RecentValues<>(getRuntimeContext().getState(descriptor), keys, sizes, mostBytes);
        values.add(recent);
        return recent;
    }

    /**
     * Before it is opened.
     *
     * @param operator whose key is the current one
     * @param bytes that the objects of a state take at most
     */
    final void runIn(KeyContext operator, long bytes) {
        keys = operator;
        mostBytes = bytes;
        values = new ArrayList<>();
    }

    /** Writes all changes to the state. */
    final void write() throws IOException {
        for (RecentValues<?> recent : values) {
            recent.write();
        }
    }
}
