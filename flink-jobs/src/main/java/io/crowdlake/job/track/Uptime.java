package io.crowdlake.job.track;

import org.apache.flink.streaming.api.TimerService;

/**
 * Wall clock since an operator was started. After a restart the job catches up on what came while it was down: cameras are not silent because
 * the job was.
 */
public final class Uptime {

    private long startedMillis = Long.MIN_VALUE;

    /** The later of a camera's last news and the operator's start, milliseconds. The first call counts as the start. */
    public long sinceNews(long newsMillis, TimerService timers) {
        if (startedMillis == Long.MIN_VALUE) {
            startedMillis = timers.currentProcessingTime();
        }
        return Math.max(newsMillis, startedMillis);
    }
}
