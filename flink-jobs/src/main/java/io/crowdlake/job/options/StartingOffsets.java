package io.crowdlake.job.options;

/** Where a job begins to read that starts without a savepoint. */
public enum StartingOffsets {
    /** At the oldest message that the hub still has. */
    EARLIEST,
    /** At the next message. */
    LATEST,
    /** Where the consumer group stopped, or at the oldest message. */
    COMMITTED
}
