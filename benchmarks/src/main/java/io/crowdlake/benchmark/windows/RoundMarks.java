package io.crowdlake.benchmark.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * Looks at the clocks whenever the source is through with a round. What is on its way to the next stages then is a few thousand analyses at
 * both ends of each round.
 */
final class RoundMarks {

    /** Those of the job that runs: functions reach it here, after they have been serialized. */
    private static volatile RoundMarks current;

    private final long warmUp;
    private final long analyses;
    private final int rounds;
    private final List<TaskTimes> marks = new ArrayList<>();
    private final CompletableFuture<List<TaskTimes>> complete = new CompletableFuture<>();

    private RoundMarks(long warmUp, long analyses, int rounds) {
        this.warmUp = warmUp;
        this.analyses = analyses;
        this.rounds = rounds;
    }

    /** Begins with a job. */
    static RoundMarks start(long warmUp, long analyses, int rounds) {
        current = new RoundMarks(warmUp, analyses, rounds);
        return current;
    }

    /** What each round took, once all are over. */
    CompletableFuture<List<TaskTimes>> complete() {
        return complete;
    }

    /** To be asked for every element of the source, in order. */
    static <T> T passing(long number, LongFunction<T> element) {
        RoundMarks marks = current;
        long counted = number - marks.warmUp;
        if (counted >= 0 && counted % marks.analyses == 0 && !marks.complete.isDone()) {
            marks.mark();
        }
        return element.apply(number);
    }

    private void mark() {
        marks.add(TaskTimes.now());
        if (marks.size() > rounds) {
            List<TaskTimes> taken = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                taken.add(marks.get(round + 1).minus(marks.get(round)));
            }
            complete.complete(taken);
        }
    }
}
