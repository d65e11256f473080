package io.crowdlake.benchmark.windows;

import io.crowdlake.benchmark.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures for one number of cameras.
 *
 * @param cameras how many
 * @param analysesPerSecond of one core, by the processor's time of the threads that send, track and aggregate
 * @param wallAnalysesPerSecond by the clock on the wall, for all threads of the job together
 * @param sendMicros microseconds of a core for an analysis to be serialized and sent to {@code track}
 * @param countMicros microseconds of a core for {@code track} and {@code aggregate}
 * @param processMicros microseconds of a core for everything in the process but making the analyses: RocksDB's own threads, checkpoints, the collector of
 *     garbage and the compiler are in it
 * @param stateBytes bytes of state of a camera, in a savepoint
 * @param checkpoints how many were taken
 * @param checkpointMegabytes size of the last checkpoint, files that it shares with earlier ones included
 * @param newMegabytes of those, what was new; median
 * @param checkpointMillis from the beginning to the end of one; median
 */
public record WindowsRow(
        int cameras,
        Spread analysesPerSecond,
        Spread wallAnalysesPerSecond,
        double sendMicros,
        double countMicros,
        double processMicros,
        double stateBytes,
        int checkpoints,
        double checkpointMegabytes,
        double newMegabytes,
        double checkpointMillis) {

    private static final double MEGABYTE = 1e6;

    /** @param makingNanos what it costs to make one analysis */
    static WindowsRow of(int cameras, double makingNanos, CountingRun.Outcome outcome) {
        List<TaskTimes> rounds = outcome.rounds();
        List<CountingRun.Checkpoint> checkpoints = outcome.checkpoints();
        return new WindowsRow(
                cameras,
                spread(rounds, round -> 1e9 / (each(round, round.source() + round.counting()) - makingNanos)),
                spread(rounds, round -> 1e9 / each(round, round.wall())),
                spread(rounds, round -> (each(round, round.source()) - makingNanos) / 1e3)
                        .median(),
                spread(rounds, round -> each(round, round.counting()) / 1e3).median(),
                spread(rounds, round -> (each(round, round.process()) - makingNanos) / 1e3)
                        .median(),
                (double) outcome.stateBytes() / cameras,
                checkpoints.size(),
                checkpoints.isEmpty() ? 0 : checkpoints.get(0).fullBytes() / MEGABYTE,
                checkpoints.isEmpty()
                        ? 0
                        : spread(checkpoints, one -> one.newBytes() / MEGABYTE).median(),
                checkpoints.isEmpty()
                        ? 0
                        : spread(checkpoints, CountingRun.Checkpoint::millis).median());
    }

    /** For people who wait. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%8.0f analyses/s per core, %.0f bytes of state a camera",
                analysesPerSecond.median(),
                stateBytes);
    }

    private static double each(TaskTimes round, long nanos) {
        return (double) nanos / round.analyses();
    }

    private static <T> Spread spread(List<T> values, ToDoubleFunction<T> figure) {
        return Spread.of(values.stream().mapToDouble(figure).boxed().toList());
    }
}
