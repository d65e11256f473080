package io.crowdlake.job.ingest;

import io.crowdlake.job.options.JobConf;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What is let in.
 *
 * @param maxMessageBytes largest body
 * @param oldest earliest time of capture that is believed
 * @param maxFuture how far a time of capture may lie ahead of the job's clock
 */
public record IngestLimits(int maxMessageBytes, Instant oldest, Duration maxFuture) implements Serializable {

    private static final long serialVersionUID = 1;

    public static IngestLimits of(JobConf conf) {
        return new IngestLimits(conf.maxMessageBytes(), conf.oldest(), conf.maxFuture());
    }

    /** Whether a time by a camera's clock can be right. */
    public boolean allows(Instant time, Instant now) {
        return !time.isBefore(oldest) && !time.isAfter(now.plus(maxFuture));
    }
}
