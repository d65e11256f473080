package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.batch.BatchCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * Frames that wait for those captured before them, in buckets of a tenth of the delay. The clock holds how many frames each bucket has, so
 * that the store is only ever asked for keys that are there: RocksDB would be slow to scan past the keys that were removed.
 */
final class ReorderBuffer {

    private static final int BUCKETS_PER_DELAY = 10;

    /** More than this many never wait: a camera whose clock stands still would fill the buffer without end. */
    static final int MOST_WAITING = 4096;

    private final MapState<BufferSlot, FrameAnalysis> frames;
    private final long delayMillis;
    private final long bucketMillis;

    ReorderBuffer(MapState<BufferSlot, FrameAnalysis> frames, Duration delay) {
        this.frames = frames;
        this.delayMillis = delay.toMillis();
        this.bucketMillis = Math.max(1, delayMillis / BUCKETS_PER_DELAY);
    }

    /** The clock after the frame was put to wait. */
    CameraClock add(CameraClock clock, FrameAnalysis frame) throws Exception {
        long bucket = bucketOf(frame.capturedAt());
        Map<Long, Integer> buffered = new HashMap<>(clock.buffered());
        int index = buffered.merge(bucket, 1, Integer::sum) - 1;
        frames.put(new BufferSlot(bucket, index), frame);
        return clock.withBuffered(buffered);
    }

    /** Takes out the frames that have waited long enough by the camera's clock, in the order of capture. */
    Release due(CameraClock clock) throws Exception {
        int waiting =
                clock.buffered().values().stream().mapToInt(Integer::intValue).sum();
        if (delayMillis == 0 || waiting > MOST_WAITING) {
            return all(clock);
        }
        long firstToStay = bucketOf(clock.newest().minusMillis(delayMillis));
        Instant bound = Instant.ofEpochMilli(firstToStay * bucketMillis);
        if (!bound.isAfter(clock.released())) {
            return new Release(clock, List.of());
        }
        return take(clock, firstToStay, bound);
    }

    /** Takes out all frames, in the order of capture. */
    Release all(CameraClock clock) throws Exception {
        Instant bound = clock.newest().plusNanos(1);
        return take(clock, Long.MAX_VALUE, bound.isAfter(clock.released()) ? bound : clock.released());
    }

    private Release take(CameraClock clock, long firstToStay, Instant bound) throws Exception {
        List<FrameAnalysis> taken = new ArrayList<>();
        Map<Long, Integer> left = new HashMap<>();
        for (Map.Entry<Long, Integer> bucket : clock.buffered().entrySet()) {
            if (bucket.getKey() >= firstToStay) {
                left.put(bucket.getKey(), bucket.getValue());
                continue;
            }
            for (int index = 0; index < bucket.getValue(); index++) {
                BufferSlot slot = new BufferSlot(bucket.getKey(), index);
                taken.add(frames.get(slot));
                frames.remove(slot);
            }
        }
        taken.sort(BatchCount.CAPTURE_ORDER);
        return new Release(clock.withBuffered(left).releasedTo(bound), taken);
    }

    private long bucketOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), bucketMillis);
    }

    /**
     * Frames that left the buffer.
     *
     * @param clock after that
     * @param frames in the order of capture
     */
    record Release(CameraClock clock, List<FrameAnalysis> frames) {}
}
