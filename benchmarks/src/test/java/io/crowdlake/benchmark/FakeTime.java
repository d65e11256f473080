package io.crowdlake.benchmark;

/** Clocks that go on only when they are told to. */
public final class FakeTime implements ThreadTime {

    private Elapsed now = new Elapsed(1_000, 5_000);

    @Override
    public Elapsed now() {
        return now;
    }

    /** The thread has run for some milliseconds, and waited for others. */
    public void pass(long cpuMillis, long waitMillis) {
        now = now.plus(new Elapsed(cpuMillis * 1_000_000, (cpuMillis + waitMillis) * 1_000_000));
    }
}
