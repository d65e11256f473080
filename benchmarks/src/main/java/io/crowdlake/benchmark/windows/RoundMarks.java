package io.crowdlake.benchmark.windows;

import java.time.Duration;
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

    /** From one look at the clock to the next. */
    private static final long STEP = 1_000;

    private final long analyses;
    private final Duration lasting;
    private final int rounds;
    private final List<TaskTimes> marks = new ArrayList<>();
    private final CompletableFuture<List<TaskTimes>> complete = new CompletableFuture<>();

    private long next;

    private RoundMarks(long warmUp, long analyses, Duration lasting, int rounds) {
        this.next = warmUp;
        this.analyses = analyses;
        this.lasting = lasting;
        this.rounds = rounds;
    }

    /**
     * Begins with a job.
     *
     * @param warmUp analyses before the first round
     * @param analyses least number in a round
     * @param lasting least time that a round takes
     */
    static RoundMarks start(long warmUp, long analyses, Duration lasting, int rounds) {
        current = new RoundMarks(warmUp, analyses, lasting, rounds);
        return current;
    }

    /** What each round took, once all are over. */
    CompletableFuture<List<TaskTimes>> complete() {
        return complete;
    }

    /** To be asked for every element of the source, in order. */
    static <T> T passing(long number, LongFunction<T> element) {
        RoundMarks marks = current;
        if (number >= marks.next && !marks.complete.isDone()) {
            marks.mark(number);
        }
        return element.apply(number);
    }

    private void mark(long number) {
        if (!marks.isEmpty() && System.nanoTime() - marks.get(marks.size() - 1).wall() < lasting.toNanos()) {
            next = number + STEP;
            return;
        }
        next = number + analyses;
        marks.add(TaskTimes.after(number));
        if (marks.size() > rounds) {
            List<TaskTimes> taken = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                taken.add(marks.get(round + 1).minus(marks.get(round)));
            }
            complete.complete(taken);
        }
    }
}
