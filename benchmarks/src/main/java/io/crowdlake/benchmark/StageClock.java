package io.crowdlake.benchmark;

import java.util.EnumMap;
import java.util.Map;

/**
 * Splits the time of a repeated piece of work among its stages.
 *
 * <pre>{@code
 * clock.start();
 * decode();
 * clock.end(Stage.DECODE);
 * detect();
 * clock.end(Stage.DETECT);
 * }</pre>
 */
public final class StageClock<S extends Enum<S>> {

    private final ThreadTime time;
    private final Map<S, Elapsed> stages;
    private Elapsed mark = Elapsed.NONE;

    public StageClock(Class<S> stages, ThreadTime time) {
        this.time = time;
        this.stages = new EnumMap<>(stages);
    }

    /** The first stage begins now; what has passed since the last one ended belongs to none. */
    public void start() {
        mark = time.now();
    }

    /** The time since the start, or since the last stage ended, belongs to this stage. */
    public void end(S stage) {
        Elapsed now = time.now();
        stages.merge(stage, now.minus(mark), Elapsed::plus);
        mark = now;
    }

    /** The time of a stage, over all repetitions. */
    public Elapsed of(S stage) {
        return stages.getOrDefault(stage, Elapsed.NONE);
    }

    /** The time of all stages together. */
    public Elapsed total() {
        return stages.values().stream().reduce(Elapsed.NONE, Elapsed::plus);
    }
}
