package io.crowdlake.benchmark.windows;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What was done so far, and what the processor took for it, nanoseconds.
 *
 * @param analyses that were made
 * @param wall by the clock on the wall, from an origin of its own
 * @param source the thread that makes analyses and sends them off
 * @param counting the threads of {@code track} and {@code aggregate}
 * @param process all threads of the JVM: RocksDB's and the collector's, too
 */
record TaskTimes(long analyses, long wall, long source, long counting, long process) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Now, after so many analyses; Flink names the thread of a task after the operators in it. */
    static TaskTimes after(long analyses) {
        long source = 0;
        long counting = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread == null) {
                continue;
            }
            if (thread.getThreadName().startsWith("Source: ")) {
                source += cpu(thread);
            } else if (thread.getThreadName().startsWith("track ")
                    || thread.getThreadName().startsWith("aggregate ")) {
                counting += cpu(thread);
            }
        }
        long process = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        return new TaskTimes(analyses, System.nanoTime(), source, counting, process);
    }

    TaskTimes minus(TaskTimes before) {
        return new TaskTimes(
                analyses - before.analyses,
                wall - before.wall,
                source - before.source,
                counting - before.counting,
                process - before.process);
    }

    /** 0 for a thread that has ended meanwhile. */
    private static long cpu(ThreadInfo thread) {
        return Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
    }
}
