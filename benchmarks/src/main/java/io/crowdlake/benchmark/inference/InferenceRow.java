package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One contender on one kind of frames.
 *
 * @param frame the kind
 * @param analyzer the contender: {@code int8} and {@code fp32} are ours
 * @param framesPerSecond of one core, by the processor's time
 * @param wallFramesPerSecond by the clock on the wall; on a busy machine it tells of the others as well
 * @param millis milliseconds of a core for each stage of a frame, medians of the rounds
 * @param facesFound faces that were detected in a frame, on average; described are the frame's own in any case
 * @param shareOfPeak multiply-adds of the networks per second of theirs, over what the core reaches in a large matrix product of the same
 *     precision, 0..1; null where the bundle does not say how many they are
 * @param ratio frames per second over those of the baseline in the same round; null without a baseline, and for itself
 */
public record InferenceRow(
        FrameKind frame,
        String analyzer,
        Spread framesPerSecond,
        Spread wallFramesPerSecond,
        StageMillis millis,
        double facesFound,
        Double shareOfPeak,
        Spread ratio) {

    /** For people who wait. */
    String line() {
        return String.format(Locale.ROOT, "%-12s %8.1f frames/s per core", analyzer, framesPerSecond.median());
    }

    /** Milliseconds for each stage. */
    public record StageMillis(double decode, double detect, double crop, double attributes) {}

    /**
     * @param secondsAtPeak how long the networks would take for such a frame if the core did nothing but multiply; null when that is not
     *     known
     * @param baseline the baseline's turns in the same rounds, or null
     */
    static InferenceRow of(
            FrameKind frame, String analyzer, List<Turn> turns, Double secondsAtPeak, List<Turn> baseline) {
        return new InferenceRow(
                frame,
                analyzer,
                spread(turns, Turn::framesPerSecond),
                spread(turns, Turn::wallFramesPerSecond),
                new StageMillis(
                        median(turns, Stage.DECODE),
                        median(turns, Stage.DETECT),
                        median(turns, Stage.CROP),
                        median(turns, Stage.ATTRIBUTES)),
                turns.stream().mapToInt(Turn::found).sum()
                        / (double) turns.stream().mapToInt(Turn::frames).sum(),
                secondsAtPeak == null
                        ? null
                        : secondsAtPeak / spread(turns, Turn::networkSeconds).median(),
                baseline == null ? null : ratio(turns, baseline));
    }

    private static Spread ratio(List<Turn> ours, List<Turn> theirs) {
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] =
                    ours.get(round).framesPerSecond() / theirs.get(round).framesPerSecond();
        }
        return Spread.of(Arrays.stream(ratios).boxed().toList());
    }

    private static double median(List<Turn> turns, Stage stage) {
        return spread(turns, turn -> turn.millis(stage)).median();
    }

    private static Spread spread(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return Spread.of(turns.stream().mapToDouble(figure).boxed().toList());
    }
}
