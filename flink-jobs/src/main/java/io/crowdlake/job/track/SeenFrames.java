package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * The frames that have come, by boot and sequence: one bit each, in stretches of {@value #CHUNK}. The stretch that the camera is in is part of its
 * {@link CameraMemory}; only when it goes on to another one is anything read or written here.
 */
final class SeenFrames {

    static final int CHUNK = 1024;

    private final MapState<SeenKey, SeenChunk> chunks;

    SeenFrames(MapState<SeenKey, SeenChunk> chunks) {
        this.chunks = chunks;
    }

    /**
     * Remembers the frame.
     *
     * @param recent the stretch of the camera's last frame, or null
     * @return the stretch of this frame, with it, to be given back with the next one; null when the frame had come before
     */
    SeenChunk add(SeenChunk recent, FrameAnalysis frame) throws Exception {
        SeenKey key = new SeenKey(frame.bootId(), frame.sequence() / CHUNK);
        SeenChunk chunk = recent;
        if (recent == null || !recent.key().equals(key)) {
            if (recent != null) {
                chunks.put(recent.key(), recent);
            }
            chunk = chunks.get(key);
        }
        long[] bits = chunk == null ? new long[CHUNK / Long.SIZE] : chunk.bits().clone();
        int number = (int) (frame.sequence() % CHUNK);
        long bit = 1L << (number % Long.SIZE);
        if ((bits[number / Long.SIZE] & bit) != 0) {
            return null;
        }
        bits[number / Long.SIZE] |= bit;
        boolean newer = chunk == null || frame.capturedAt().isAfter(chunk.newest());
        return new SeenChunk(key, bits, newer ? frame.capturedAt() : chunk.newest());
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
