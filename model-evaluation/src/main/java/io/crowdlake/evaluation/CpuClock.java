package io.crowdlake.evaluation;

import io.crowdlake.evaluation.report.Speed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures how much work one thread does in the time that a processor core really spends on it, whatever else the machine does. */
final class CpuClock {

    private static final double NANOS = 1e9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long start = now();

    /** The speed since the clock was made, on the same thread. */
    Speed speed(long things) {
        double seconds = Math.max(0, now() - start) / NANOS;
        return new Speed(seconds, seconds > 0 ? things / seconds : null);
    }

    private long now() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }
}
