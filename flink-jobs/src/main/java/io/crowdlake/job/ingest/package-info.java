/**
 * Stage {@code ingest}: reads the hub's Kafka endpoint. A message becomes a frame, or a dead letter that says why it could not; nothing that a
 * camera sends makes the source fail.
 */
package io.crowdlake.job.ingest;
