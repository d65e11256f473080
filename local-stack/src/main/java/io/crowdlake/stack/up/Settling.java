package io.crowdlake.stack.up;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides, from what is seen again and again after the last frame was sent, when everything has arrived in the lake: each message of the
 * cameras as a row of {@code frame_analyses}, {@code dead_letters} or {@code device_telemetry}, and the windows and visits that come of them.
 */
final class Settling {

    /** How a stack that settles stands. */
    enum Verdict {
        /** Rows are still to come. */
        WAIT,
        /** Every message has its row, and nothing has changed since for longer than the job takes to tell of windows. */
        SETTLED,
        /** Everything was read and nothing comes any more, but some messages have no row of their own: duplicates. */
        QUIET,
        /** Nothing has moved for too long although messages are unread. */
        STUCK
    }

    /**
     * What is seen.
     *
     * @param messages that the cameras' topic has taken
     * @param read of them, before the job's newest checkpoint
     * @param rows in {@code frame_analyses}, {@code dead_letters} and {@code device_telemetry}
     * @param results rows in the tables of visits and windows
     */
    record Sight(long messages, long read, long rows, long results) {}

    private final Clock clock;
    private final Duration afterRows;
    private final Duration afterQuiet;
    private final Duration patience;
    private Sight last;
    private Instant lastChange;

    /**
     * @param afterRows how long the windows may lag behind the last frame's row
     * @param afterQuiet how long a frame may stay in the job at most
     * @param patience how long nothing may move before the job counts as stuck
     */
    Settling(Clock clock, Duration afterRows, Duration afterQuiet, Duration patience) {
        this.clock = clock;
        this.afterRows = afterRows;
        this.afterQuiet = afterQuiet;
        this.patience = patience;
    }

    Verdict judge(Sight sight) {
        Instant now = clock.instant();
        if (!sight.equals(last)) {
            last = sight;
            lastChange = now;
        }
        Duration still = Duration.between(lastChange, now);
        if (sight.rows() >= sight.messages() && still.compareTo(afterRows) >= 0) {
            return Verdict.SETTLED;
        }
        if (sight.read() >= sight.messages() && still.compareTo(afterQuiet) >= 0) {
            return Verdict.QUIET;
        }
        return still.compareTo(patience) >= 0 ? Verdict.STUCK : Verdict.WAIT;
    }
}
