package io.crowdlake.stack.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;

/** Something that takes a while: its line shows the seconds as they pass, and how it ended. */
public final class Step implements AutoCloseable {

    private static final int LABEL_WIDTH = 12;

    private final Console console;
    private final String label;
    private final Clock clock;
    private final Instant start;
    private final Timer ticker = new Timer("progress", true);
    private Instant lastReminder;
    private String detail = "";
    private boolean ended;

    Step(Console console, String label, Clock clock) {
        this.console = console;
        this.label = label;
        this.clock = clock;
        this.start = clock.instant();
        this.lastReminder = start;
        ticker.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        tick();
                    }
                },
                0,
                500);
    }

    /** What is being done right now. */
    public synchronized void update(String newDetail) {
        detail = newDetail;
    }

    /** Ends the step well. */
    public synchronized void done(String result) {
        end(result);
    }

    private synchronized void tick() {
        if (ended) {
            return;
        }
        if (console.isTerminal()) {
            console.redraw(line(detail.isEmpty() ? "..." : detail));
        } else if (Duration.between(lastReminder, clock.instant()).compareTo(Console.REMINDER) >= 0) {
            lastReminder = clock.instant();
            console.line(line(detail.isEmpty() ? "..." : detail));
        }
    }

    private void end(String result) {
        if (ended) {
            return;
        }
        ended = true;
        ticker.cancel();
        if (console.isTerminal()) {
            console.redraw("");
        }
        console.line(line(result));
    }

    private String line(String text) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "%-" + LABEL_WIDTH + "s %s (%.1f s)", label, text, seconds);
    }

    /** A step that nobody has ended has failed. */
    @Override
    public synchronized void close() {
        end("failed");
    }
}
