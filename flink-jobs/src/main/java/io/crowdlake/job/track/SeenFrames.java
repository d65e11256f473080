package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * The frames that have come, by boot and sequence: one bit each, so that a day at 5 frames a second takes about 420 entries of 128 bytes,
 * with or without gaps in the numbers.
 */
final class SeenFrames {

    static final int CHUNK = 1024;

    private final MapState<SeenKey, SeenChunk> chunks;

    SeenFrames(MapState<SeenKey, SeenChunk> chunks) {
        this.chunks = chunks;
    }

    /** Remembers the frame; false when it had come before. */
    boolean add(FrameAnalysis frame) throws Exception {
        SeenKey key = new SeenKey(frame.bootId(), frame.sequence() / CHUNK);
        SeenChunk chunk = chunks.get(key);
        long[] bits = chunk == null ? new long[CHUNK / Long.SIZE] : chunk.bits().clone();
        int number = (int) (frame.sequence() % CHUNK);
        long bit = 1L << (number % Long.SIZE);
        if ((bits[number / Long.SIZE] & bit) != 0) {
            return false;
        }
        bits[number / Long.SIZE] |= bit;
        boolean newer = chunk == null || frame.capturedAt().isAfter(chunk.newest());
        chunks.put(key, new SeenChunk(bits, newer ? frame.capturedAt() : chunk.newest()));
        return true;
    }

    /** Forgets what was captured before the given time. */
    void prune(Instant before) throws Exception {
        Iterator<Map.Entry<SeenKey, SeenChunk>> entries = chunks.iterator();
        while (entries.hasNext()) {
            if (entries.next().getValue().newest().isBefore(before)) {
                entries.remove();
            }
        }
    }

    void clear() {
        chunks.clear();
    }
}
