package io.crowdlake.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.junit.jupiter.api.Test;

class RecentValuesTest {

    private final CountedState state = new CountedState();

    /** A value is as large as it is long. */
    private final RecentValues<String> values = new RecentValues<>(state, state, String::length, 2);

    @Test
    void aChangeIsNotWrittenBeforeItHasTo() throws Exception {
        update("door", "1");
        update("door", "2");

        assertThat(value("door")).isEqualTo("2");
        assertThat(state.reads).isZero();
        assertThat(state.writes).isEmpty();
    }

    @Test
    void allThatHasChangedIsWrittenOnce() throws Exception {
        update("door", "1");
        update("hall", "2");
        values.write();
        assertThat(state.values).isEqualTo(Map.of("door", "1", "hall", "2"));

        update("hall", "3");
        values.write();
        assertThat(state.values).isEqualTo(Map.of("door", "1", "hall", "3"));
        assertThat(state.writes).containsExactly("door", "hall", "hall");
    }

    @Test
    void theKeyThatWasUsedLongestAgoIsWrittenAndReadAgain() throws Exception {
        update("door", "1");
        update("hall", "2");
        for (int times = 0; times < 10; times++) {
            update("door", "1");
        }
        update("yard", "3");

        assertThat(state.getCurrentKey())
                .as("the function goes on with its own")
                .isEqualTo("yard");
        assertThat(state.values).isEqualTo(Map.of("hall", "2"));
        assertThat(value("door")).isEqualTo("1");
        assertThat(value("yard")).isEqualTo("3");
        assertThat(state.reads).isZero();
        assertThat(value("hall")).isEqualTo("2");
        assertThat(state.reads).isOne();
    }

    @Test
    void ofTooManyKeysThatComeByTurnsSomeAreAlwaysHeld() throws Exception {
        List<String> keys = List.of("door", "hall", "yard", "till");
        for (int turn = 0; turn < 9; turn++) {
            for (String key : keys) {
                assertThat(value(key)).isEqualTo(turn == 0 ? null : String.valueOf(turn - 1));
                update(key, String.valueOf(turn));
            }
        }

        assertThat(state.reads).as("all in the first turn, then the other two").isEqualTo(4 + 8 * 2);
        values.write();
        assertThat(state.values).hasSize(4).containsValue("8").doesNotContainValue("7");
    }

    @Test
    void oneThatHasGrownLeavesNoRoomForOthers() throws Exception {
        update("door", "1");
        update("hall", "2");
        update("hall", "22");
        assertThat(state.values).isEqualTo(Map.of("door", "1"));

        update("hall", "too long for all");
        assertThat(state.values).containsEntry("hall", "too long for all");
        assertThat(value("hall")).isEqualTo("too long for all");
    }

    @Test
    void whatARestoreHasBroughtIsFoundAndAKeyOfNobodyIsNull() throws Exception {
        state.values.put("door", "from a checkpoint");

        assertThat(value("door")).isEqualTo("from a checkpoint");
        assertThat(value("hall")).isNull();
    }

    private String value(String key) throws Exception {
        state.setCurrentKey(key);
        return values.value();
    }

    private void update(String key, String value) throws Exception {
        state.setCurrentKey(key);
        values.update(value);
    }

    /** Keyed state that knows how often it was read, and what was written. */
    private static final class CountedState implements ValueState<String>, KeyContext {

        private final Map<Object, String> values = new HashMap<>();
        private final List<Object> writes = new ArrayList<>();
        private Object key;
        private int reads;

        @Override
        public String value() {
            reads++;
            return values.get(key);
        }

        @Override
        public void update(String value) {
            writes.add(key);
            values.put(key, value);
        }

        @Override
        public void clear() {
            values.remove(key);
        }

        @Override
        public void setCurrentKey(Object current) {
            key = current;
        }

        @Override
        public Object getCurrentKey() {
            return key;
        }
    }
}
