package io.crowdlake.job.state;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Flink's operator for a keyed function, which has a {@link RecentFunction} write what it holds as objects when a snapshot begins: in the thread of
 * the function, before the state backend takes the snapshot. State, timers and their names are those of Flink's operator, so that savepoints of
 * one are those of the other.
 *
 * @param <I> of the input
 * @param <O> of the main output
 */
public final class RecentOperator<I, O> extends KeyedProcessOperator<String, I, O> {

    private static final long serialVersionUID = 1L;

    /** What part of the heap that a slot has, by all slots of the process having the same, is for the objects of an operator. */
    private static final int PART_OF_HEAP = 6;

    private static final long SHARE_OF_HEAP = -1;

    private final RecentFunction<I, O> function;
    private final long mostBytes;

    /** Holds objects for as much of the heap as is an operator's share. */
    public RecentOperator(RecentFunction<I, O> function) {
        this(function, SHARE_OF_HEAP);
    }

    /** @param mostBytes of the heap for the objects of each state, 0 for none */
    public RecentOperator(RecentFunction<I, O> function, long mostBytes) {
        super(function);
        this.function = function;
        this.mostBytes = mostBytes;
    }

    /**
     * Adds the function to a job.
     *
     * @param id of the operator in savepoints, and its name
     * @param type of the main output
     */
    public static <I, O> SingleOutputStreamOperator<O> of(
            KeyedStream<I, String> input, String id, Class<O> type, RecentFunction<I, O> function) {
        return input.transform(id, TypeInformation.of(type), new RecentOperator<>(function))
                .uid(id)
                .name(id);
    }

    @Override
    public void open() throws Exception {
        function.runIn(this, mostBytes == SHARE_OF_HEAP ? shareOfHeap() : mostBytes);
        super.open();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        function.write();
        super.snapshotState(context);
    }

    private long shareOfHeap() {
        int slots = getContainingTask()
                .getEnvironment()
                .getTaskManagerInfo()
                .getConfiguration()
                .get(TaskManagerOptions.NUM_TASK_SLOTS);
        return Runtime.getRuntime().maxMemory() / slots / PART_OF_HEAP;
    }
}
