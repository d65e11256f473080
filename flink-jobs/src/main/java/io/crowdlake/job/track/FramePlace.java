package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import java.time.Instant;
import java.util.Comparator;

/**
 * Place of a frame in the order of capture of its camera, which is that of {@link io.crowdlake.counting.batch.BatchCount#CAPTURE_ORDER}.
 *
 * @param capturedAt event time
 * @param bootId of the camera program
 * @param sequence counts the frames of the boot
 */
public record FramePlace(Instant capturedAt, String bootId, long sequence) implements Comparable<FramePlace> {

    private static final Comparator<FramePlace> ORDER = Comparator.comparing(FramePlace::capturedAt)
            .thenComparing(FramePlace::bootId)
            .thenComparingLong(FramePlace::sequence);

    static FramePlace of(FrameAnalysis frame) {
        return new FramePlace(frame.capturedAt(), frame.bootId(), frame.sequence());
    }

    @Override
    public int compareTo(FramePlace other) {
        return ORDER.compare(this, other);
    }

    /** Whether the camera took no frame between the other one, which may be null for none, and this. */
    boolean follows(FramePlace other) {
        return other != null && sequence == other.sequence + 1 && bootId.equals(other.bootId);
    }
}
