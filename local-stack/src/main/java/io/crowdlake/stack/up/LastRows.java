package io.crowdlake.stack.up;

import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.part.Lake;
import io.crowdlake.stack.part.TopicOffsets;
import io.crowdlake.stack.up.Settling.Sight;
import io.crowdlake.stack.up.Settling.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits, once the cameras have stopped, until the lake holds all that they have sent. */
final class LastRows {

    /** A window's last row may come an update and a commit after the last frame's. */
    private static final Duration AFTER_ROWS =
            Lake.UPDATE_INTERVAL.plus(Lake.COMMIT_INTERVAL).plusSeconds(2);

    /** A frame waits for earlier ones until its camera has been quiet for 15 s, and then for a commit. */
    private static final Duration AFTER_QUIET = Duration.ofSeconds(20).plus(Lake.COMMIT_INTERVAL);

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Someone who has pressed Ctrl-C does not want to wait for a long backlog. */
    private static final Duration LIMIT_WHEN_ASKED = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final Console console;
    private final Clock clock;

    LastRows(LocalStack stack, Console console, Clock clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
    }

    /** Waits as long as it helps; {@code meanwhile} is called again and again and is what takes the time. */
    void await(StopSignal stop, Runnable meanwhile) throws InterruptedException {
        Settling settling = new Settling(clock, AFTER_ROWS, AFTER_QUIET, PATIENCE);
        Instant end = stop.isRequested() ? clock.instant().plus(LIMIT_WHEN_ASKED) : Instant.MAX;
        try (Step step = console.step("Last rows");
                LakeRows lake = new LakeRows(stack.catalog());
                TopicOffsets offsets = new TopicOffsets(stack.kafka())) {
            Sight sight = look(lake, offsets);
            Verdict verdict = settling.judge(sight);
            while (verdict == Verdict.WAIT
                    && !stop.isUrgent()
                    && clock.instant().isBefore(end)) {
                step.update(sight.rows() + " of " + sight.messages() + " messages are in the lake");
                meanwhile.run();
                stack.requireHealth();
                sight = look(lake, offsets);
                verdict = settling.judge(sight);
            }
            step.done(words(verdict, sight));
        }
    }

    private static Sight look(LakeRows lake, TopicOffsets offsets) throws InterruptedException {
        return new Sight(
                offsets.taken(),
                offsets.read(),
                lake.count("frame_analyses") + lake.count("dead_letters") + lake.count("device_telemetry"),
                lake.count("visits") + lake.count("crowd_demographics_revisions"));
    }

    private static String words(Verdict verdict, Sight sight) {
        String rows = sight.rows() + " of " + sight.messages() + " messages are in the lake";
        return switch (verdict) {
            case SETTLED -> "all " + sight.messages() + " messages are in the lake";
            case QUIET -> rows + ", the others came twice";
            case WAIT, STUCK -> rows + "; the next start goes on with the others";
        };
    }
}
