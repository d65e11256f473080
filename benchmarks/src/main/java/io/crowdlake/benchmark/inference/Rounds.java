package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.StageClock;
import io.crowdlake.benchmark.ThreadTime;
import io.crowdlake.inference.AnalysisException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the contenders analyse the same frames by turns. Each has its turn in every round, so that what slows the machine down for a while
 * slows all of them down, and what remains is their ratio.
 */
final class Rounds {

    /** Turns before the first that counts: the Java compiler and the networks' own memory settle in them. */
    private static final int WARM_UP = 2;

    private final int count;
    private final long turnNanos;
    private final ThreadTime time;

    /**
     * @param count rounds, at least 1
     * @param turnNanos how long a turn lasts at least, in nanoseconds of the processor; it goes on to the last of the frames
     */
    Rounds(int count, long turnNanos, ThreadTime time) {
        this.count = count;
        this.turnNanos = turnNanos;
        this.time = time;
    }

    /** The turns by the contender's name, in the order of the rounds. */
    Map<String, List<Turn>> run(List<Contender> contenders, List<DrawnFrame> frames) throws AnalysisException {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            for (int i = 0; i < WARM_UP; i++) {
                turn(contender, frames);
            }
            turns.put(contender.name(), new ArrayList<>());
        }
        for (int round = 0; round < count; round++) {
            for (Contender contender : contenders) {
                turns.get(contender.name()).add(turn(contender, frames));
            }
        }
        return turns;
    }

    private Turn turn(Contender contender, List<DrawnFrame> frames) throws AnalysisException {
        StageClock<Stage> clock = new StageClock<>(Stage.class, time);
        int analysed = 0;
        int found = 0;
        do {
            for (DrawnFrame frame : frames) {
                clock.start();
                found += contender.analyze(frame, clock);
                analysed++;
            }
        } while (clock.total().cpuNanos() < turnNanos);
        return new Turn(analysed, found, clock);
    }
}
