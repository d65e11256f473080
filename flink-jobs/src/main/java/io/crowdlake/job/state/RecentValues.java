package io.crowdlake.job.state;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;

/**
 * The value of each key, in keyed state and, of the keys that were in use last, as an object as well. Every change is written to the state at
 * once, so that a checkpoint needs nothing of the objects; what is spared is reading it and making objects of its bytes, which is what most of an
 * access costs. One instance of the operator is the only one that changes the state of its keys, so an object is never out of date.
 *
 * <p>Values must not change once they are in here. Not for several threads, as little as the state.
 *
 * @param <T> of the values
 */
public final class RecentValues<T> {

    /** Keys of which an object is held; a camera's is about 10 KB. */
    static final int MOST = 4096;

    private final ValueState<T> state;
    private final Map<String, T> recent;

    /** Holds as objects what {@value #MOST} keys have. */
    public RecentValues(ValueState<T> state) {
        this(state, MOST);
    }

    RecentValues(ValueState<T> state, int most) {
        this.state = state;
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The value, or null without any.
     *
     * @param key the one that Flink has set as the current key
     */
    public T value(String key) throws IOException {
        T held = recent.get(key);
        return held == null ? state.value() : held;
    }

    /**
     * Replaces the value.
     *
     * @param key the one that Flink has set as the current key
     */
    public void update(String key, T value) throws IOException {
        state.update(value);
        recent.put(key, value);
    }
}
