package io.crowdlake.benchmark;

/**
 * How long something took.
 *
 * @param cpuNanos nanoseconds in which the thread ran on a core, in user or kernel mode
 * @param wallNanos nanoseconds by the clock on the wall
 */
public record Elapsed(long cpuNanos, long wallNanos) {

    public static final Elapsed NONE = new Elapsed(0, 0);

    public Elapsed plus(Elapsed other) {
        return new Elapsed(cpuNanos + other.cpuNanos, wallNanos + other.wallNanos);
    }

    public Elapsed minus(Elapsed other) {
        return new Elapsed(cpuNanos - other.cpuNanos, wallNanos - other.wallNanos);
    }
}
