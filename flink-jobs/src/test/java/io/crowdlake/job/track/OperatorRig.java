package io.crowdlake.job.track;

import io.crowdlake.job.state.RecentFunction;
import io.crowdlake.job.state.RecentOperator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateSnapshotContextSynchronousImpl;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One keyed function as Flink runs it, with its state in RocksDB or on the heap and a wall clock that the test turns. */
public final class OperatorRig<I, O> implements AutoCloseable {

    private static final Configuration NO_GENERIC_TYPES = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);

    private final KeyedProcessOperator<String, I, O> operator;
    private final KeyedOneInputStreamOperatorTestHarness<String, I, O> harness;

    /** Starts the function, from a snapshot unless that is null. */
    public OperatorRig(
            KeyedProcessFunction<String, I, O> function,
            KeySelector<I, String> key,
            boolean rocksDb,
            Instant wallClock,
            OperatorSubtaskState snapshot)
            throws Exception {
        this(
                function instanceof RecentFunction<I, O> recent
                        ? new RecentOperator<>(recent)
                        : new KeyedProcessOperator<>(function),
                key,
                rocksDb,
                wallClock,
                snapshot);
    }

    /** Starts the operator, from a snapshot unless that is null. */
    public OperatorRig(
            KeyedProcessOperator<String, I, O> operator,
            KeySelector<I, String> key,
            boolean rocksDb,
            Instant wallClock,
            OperatorSubtaskState snapshot)
            throws Exception {
        this.operator = operator;
        harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, key, Types.STRING, 4, 1, 0);
        harness.getExecutionConfig().configure(NO_GENERIC_TYPES, OperatorRig.class.getClassLoader());
        StateBackend backend = rocksDb ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
        harness.setStateBackend(backend);
        harness.setProcessingTime(wallClock.toEpochMilli());
        harness.setup();
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
    }

    public void send(I element) throws Exception {
        harness.processElement(new StreamRecord<>(element));
    }

    /** Turns wall clock, which fires the timers in between. */
    public void turnTo(Instant wallClock) throws Exception {
        harness.setProcessingTime(wallClock.toEpochMilli());
    }

    /** The input has come to its end. */
    public void end() throws Exception {
        harness.processWatermark(Watermark.MAX_WATERMARK);
    }

    public OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, 0);
    }

    /** The main output since the last call. */
    @SuppressWarnings("unchecked")
    public List<O> takeOutput() {
        List<O> taken = new ArrayList<>();
        for (Object element : harness.getOutput()) {
            if (element instanceof StreamRecord<?> record) {
                taken.add((O) record.getValue());
            }
        }
        harness.getOutput().clear();
        return taken;
    }

    /** A side output since the last call. */
    public <S> List<S> takeSideOutput(OutputTag<S> tag) {
        Queue<StreamRecord<S>> records = harness.getSideOutput(tag);
        if (records == null) {
            return List.of();
        }
        List<S> taken = records.stream().map(StreamRecord::getValue).toList();
        records.clear();
        return taken;
    }

    public int timers() {
        return harness.numProcessingTimeTimers();
    }

    /** Entries in RocksDB over all keys and states, as a checkpoint finds them; those of timers not counted. */
    public int stateEntries() throws Exception {
        operator.snapshotState(new StateSnapshotContextSynchronousImpl(0, 0));
        KeyedStateBackend<String> backend = operator.getKeyedStateBackend();
        return ((RocksDBKeyedStateBackend<String>) backend).numKeyValueStateEntries();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
