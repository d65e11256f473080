/** Counts the crowd of each camera by window and publishes revisions: {@link io.crowdlake.job.aggregate.AggregateFunction}. */
package io.crowdlake.job.aggregate;
