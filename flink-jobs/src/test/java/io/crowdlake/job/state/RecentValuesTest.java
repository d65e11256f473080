package io.crowdlake.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.junit.jupiter.api.Test;

class RecentValuesTest {

    private final CountedState state = new CountedState();
    private final RecentValues<String> values = new RecentValues<>(state, 2);

    @Test
    void whatWasWrittenIsInTheStateAndIsNotReadAgain() throws Exception {
        write("door", "1");
        assertThat(state.values).containsEntry("door", "1");

        assertThat(read("door")).isEqualTo("1");
        assertThat(state.reads).isZero();
    }

    @Test
    void theKeyThatWasUsedLongestAgoIsReadFromTheState() throws Exception {
        write("door", "1");
        write("hall", "2");
        assertThat(read("door")).isEqualTo("1");
        write("yard", "3");

        assertThat(read("door")).isEqualTo("1");
        assertThat(read("yard")).isEqualTo("3");
        assertThat(state.reads).isZero();
        assertThat(read("hall")).isEqualTo("2");
        assertThat(state.reads).isOne();
    }

    @Test
    void whatARestoreHasBroughtIsFoundAndAKeyOfNobodyIsNull() throws Exception {
        state.values.put("door", "from a checkpoint");

        assertThat(read("door")).isEqualTo("from a checkpoint");
        assertThat(read("hall")).isNull();
    }

    private String read(String key) throws Exception {
        state.key = key;
        return values.value(key);
    }

    private void write(String key, String value) throws Exception {
        state.key = key;
        values.update(key, value);
    }

    /** Keyed state that knows how often it was read. */
    private static final class CountedState implements ValueState<String> {

        private final Map<String, String> values = new HashMap<>();
        private String key;
        private int reads;

        @Override
        public String value() {
            reads++;
            return values.get(key);
        }

        @Override
        public void update(String value) {
            values.put(key, value);
        }

        @Override
        public void clear() {
            values.remove(key);
        }
    }
}
