package io.crowdlake.benchmark;

import java.io.PrintStream;

/** Tells the person who waits how far it is, a line for each step; never on standard output, which is for the report. */
public final class Progress {

    private final PrintStream out;
    private final int steps;
    private int step;

    /** @param steps how many there will be */
    public Progress(PrintStream out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    /** A step begins. */
    public void step(String what) {
        step++;
        out.println("[" + step + "/" + steps + "] " + what);
    }

    /** What came out of a step. */
    public void result(String line) {
        out.println("      " + line);
    }
}
