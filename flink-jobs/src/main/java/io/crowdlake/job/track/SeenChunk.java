package io.crowdlake.job.track;

import java.time.Instant;

/**
 * Which frames of a stretch of sequence numbers have come.
 *
 * @param bits one bit a sequence number, 64 a word
 * @param newest capture time of the newest of them
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; an array is what the state's serializer writes fastest
public record SeenChunk(long[] bits, Instant newest) {}
