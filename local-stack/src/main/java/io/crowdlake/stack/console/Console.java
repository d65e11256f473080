package io.crowdlake.stack.console;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** Where progress is told. On a terminal a line is redrawn in place; elsewhere only finished lines appear. */
public final class Console {

    /** How often a long step says that it is still at it where lines cannot be redrawn. */
    static final Duration REMINDER = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;

    public Console(PrintStream out, boolean terminal) {
        this(out, terminal, Clock.systemUTC());
    }

    Console(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Progress on standard output; the start script knows whether that is a terminal. */
    public static Console standardOutput() {
        return new Console(System.out, Boolean.getBoolean("crowdlake.terminal"));
    }

    /** Progress on standard error, for commands whose output is data. */
    public static Console standardError() {
        return new Console(System.err, Boolean.getBoolean("crowdlake.terminal.error"));
    }

    public boolean isTerminal() {
        return terminal;
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Writes over the current line of a terminal. */
    synchronized void redraw(String text) {
        out.print("\r\033[K" + text);
        out.flush();
    }

    /** Text with control sequences, for redrawing a table. */
    public synchronized void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** Begins something that takes a while. */
    public Step step(String label) {
        return new Step(this, label, clock);
    }
}
