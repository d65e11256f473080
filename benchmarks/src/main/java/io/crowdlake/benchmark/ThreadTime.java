package io.crowdlake.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time that has passed for the calling thread. */
public interface ThreadTime {

    /**
     * Both clocks now, each counting from an origin of its own. The processor's time leaves out what other programs took meanwhile, so
     * that a busy machine disturbs a measurement less.
     */
    Elapsed now();

    /** The clocks of the operating system. */
    static ThreadTime ofSystem() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return () -> new Elapsed(threads.getCurrentThreadCpuTime(), System.nanoTime());
    }
}
