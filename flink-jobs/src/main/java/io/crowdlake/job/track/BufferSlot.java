package io.crowdlake.job.track;

/**
 * Place of a frame in the {@link ReorderBuffer}.
 *
 * @param bucket which stretch of event time
 * @param index counts the frames of the bucket from 0, in the order of their arrival
 */
public record BufferSlot(long bucket, int index) {}
