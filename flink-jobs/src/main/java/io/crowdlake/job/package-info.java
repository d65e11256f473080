/**
 * The stream jobs. A frame passes the packages in this order, once, left to right:
 * {@code ingest ► route ► analyze ► track ► aggregate}; rows leave by {@code lake}, news by {@code events}, and what could not be processed by
 * {@code deadletter}. {@link io.crowdlake.job.CrowdAnalyticsJob} puts them together.
 */
package io.crowdlake.job;
