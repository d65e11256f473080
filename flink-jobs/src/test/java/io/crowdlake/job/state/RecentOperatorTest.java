package io.crowdlake.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** What is held as an object and what is in RocksDB are one, whatever happens to the operator. */
class RecentOperatorTest {

    private static final int MAX_PARALLELISM = 12;

    @Test
    void afterACrashItGoesOnFromTheLastSnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()))) {
            assertThat(rig.send("door", "door", "hall")).containsExactly("door 1", "door 2", "hall 1");
            snapshot = rig.harness.snapshot(1, 0);
            assertThat(rig.send("door", "yard")).as("what the crash undoes").containsExactly("door 3", "yard 1");
        }
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()), snapshot, 0, 1)) {
            assertThat(rig.send("door", "yard", "hall")).containsExactly("door 3", "yard 1", "hall 2");
        }
    }

    @Test
    void eachSnapshotHoldsWhatWasThereThen() throws Exception {
        OperatorSubtaskState first;
        OperatorSubtaskState second;
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()))) {
            rig.send("door");
            first = rig.harness.snapshot(1, 0);
            rig.send("door", "hall");
            second = rig.harness.snapshot(2, 0);
        }
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()), first, 0, 1)) {
            assertThat(rig.send("door", "hall")).containsExactly("door 2", "hall 1");
        }
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()), second, 0, 1)) {
            assertThat(rig.send("door", "hall")).containsExactly("door 3", "hall 2");
        }
    }

    @Test
    void whatOthersHavePushedOutIsNotLost() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int key = 0; key < 40; key++) {
            keys.add("camera-" + key);
        }
        OperatorSubtaskState snapshot;
        try (Rig rig = new Rig(new RecentOperator<>(new Tally(), 7 * Tally.BYTES))) {
            for (int turn = 1; turn <= 5; turn++) {
                for (String key : keys) {
                    assertThat(rig.send(key)).containsExactly(key + " " + turn);
                }
            }
            snapshot = rig.harness.snapshot(1, 0);
        }
        try (Rig rig = new Rig(new RecentOperator<>(new Tally(), 0), snapshot, 0, 1)) {
            for (String key : keys) {
                assertThat(rig.send(key)).containsExactly(key + " 6");
            }
        }
    }

    @Test
    void twoGoOnWithWhatOneHeld() throws Exception {
        OperatorSubtaskState snapshot;
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()))) {
            for (int key = 0; key < 20; key++) {
                rig.send("camera-" + key, "camera-" + key);
            }
            snapshot = rig.harness.snapshot(1, 0);
        }
        List<String> outputs = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            OperatorSubtaskState part = AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    snapshot, MAX_PARALLELISM, 1, 2, subtask);
            try (Rig rig = new Rig(new RecentOperator<>(new Tally()), part, subtask, 2)) {
                for (int key = 0; key < 20; key++) {
                    if (rig.owns("camera-" + key)) {
                        outputs.addAll(rig.send("camera-" + key));
                    }
                }
            }
        }
        assertThat(outputs).hasSize(20).allMatch(output -> output.endsWith(" 3"));
    }

    @Test
    void aSnapshotOfFlinksOwnOperatorIsTakenOverAndGivenBack() throws Exception {
        OperatorSubtaskState before;
        try (Rig rig = new Rig(new KeyedProcessOperator<>(new PlainTally()))) {
            rig.send("door", "door");
            before = rig.harness.snapshot(1, 0);
        }
        OperatorSubtaskState after;
        try (Rig rig = new Rig(new RecentOperator<>(new Tally()), before, 0, 1)) {
            assertThat(rig.send("door")).containsExactly("door 3");
            after = rig.harness.snapshot(2, 0);
        }
        try (Rig rig = new Rig(new KeyedProcessOperator<>(new PlainTally()), after, 0, 1)) {
            assertThat(rig.send("door")).containsExactly("door 4");
        }
    }

    /** Counts how often each key came. */
    private static final class Tally extends RecentFunction<String, String> {

        static final ValueStateDescriptor<Integer> COUNT = new ValueStateDescriptor<>("count", Types.INT);
        static final long BYTES = 100;

        private static final long serialVersionUID = 1L;

        private transient RecentValues<Integer> counts;

        @Override
        public void open(OpenContext context) {
            counts = recentValues(COUNT, count -> BYTES);
        }

        @Override
        public void processElement(String key, Context context, Collector<String> out) throws Exception {
            Integer before = counts.value();
            int count = before == null ? 1 : before + 1;
            counts.update(count);
            out.collect(key + " " + count);
        }
    }

    /** The same without objects. */
    private static final class PlainTally extends KeyedProcessFunction<String, String, String> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<Integer> counts;

        @Override
        public void open(OpenContext context) {
            counts = getRuntimeContext().getState(Tally.COUNT);
        }

        @Override
        public void processElement(String key, Context context, Collector<String> out) throws Exception {
            Integer before = counts.value();
            int count = before == null ? 1 : before + 1;
            counts.update(count);
            out.collect(key + " " + count);
        }
    }

    /** An operator as Flink runs it, with its state in RocksDB. */
    private static final class Rig implements AutoCloseable {

        private final KeyedOneInputStreamOperatorTestHarness<String, String, String> harness;
        private final int subtask;
        private final int parallelism;

        Rig(KeyedProcessOperator<String, String, String> operator) throws Exception {
            this(operator, null, 0, 1);
        }

        /** From a snapshot, as one of several subtasks. */
        Rig(
                KeyedProcessOperator<String, String, String> operator,
                OperatorSubtaskState snapshot,
                int subtask,
                int parallelism)
                throws Exception {
            this.subtask = subtask;
            this.parallelism = parallelism;
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    operator, key -> key, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
            harness.setStateBackend(new EmbeddedRocksDBStateBackend());
            harness.setup();
            if (snapshot != null) {
                harness.initializeState(snapshot);
            }
            harness.open();
        }

        boolean owns(String key) {
            return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism) == subtask;
        }

        /** What comes out for these keys. */
        List<String> send(String... keys) throws Exception {
            for (String key : keys) {
                harness.processElement(new StreamRecord<>(key));
            }
            List<String> outputs = harness.extractOutputValues();
            harness.getOutput().clear();
            return outputs;
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }
}
