package io.crowdlake.job.track;

import java.time.Instant;

/**
 * Which frames of a stretch of sequence numbers have come.
 *
 * @param key which stretch
 * @param bits one bit a sequence number, 64 a word
 * @param newest capture time of the newest of them
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; never changed once it is in here
public record SeenChunk(SeenKey key, long[] bits, Instant newest) {}
