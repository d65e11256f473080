package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.track.TrackerState;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What {@link TrackFunction} keeps of the camera at hand. Its names are part of every savepoint: never change them. */
final class CameraState {

    static final ValueStateDescriptor<CameraClock> CLOCK =
            new ValueStateDescriptor<>("clock", TypeInformation.of(CameraClock.class));
    static final ValueStateDescriptor<TrackerState> TRACKER =
            new ValueStateDescriptor<>("tracker", TypeInformation.of(TrackerState.class));
    static final MapStateDescriptor<BufferSlot, FrameAnalysis> BUFFER = new MapStateDescriptor<>(
            "buffer", TypeInformation.of(BufferSlot.class), TypeInformation.of(FrameAnalysis.class));
    static final MapStateDescriptor<SeenKey, SeenChunk> SEEN =
            new MapStateDescriptor<>("seen", TypeInformation.of(SeenKey.class), TypeInformation.of(SeenChunk.class));

    private final ValueState<CameraClock> clock;
    private final ValueState<TrackerState> tracker;
    private final MapState<BufferSlot, FrameAnalysis> buffer;
    private final ReorderBuffer reorderBuffer;
    private final SeenFrames seenFrames;

    CameraState(RuntimeContext context, Duration reorderDelay) {
        clock = context.getState(CLOCK);
        tracker = context.getState(TRACKER);
        buffer = context.getMapState(BUFFER);
        reorderBuffer = new ReorderBuffer(buffer, reorderDelay);
        seenFrames = new SeenFrames(context.getMapState(SEEN));
    }

    ReorderBuffer buffer() {
        return reorderBuffer;
    }

    SeenFrames seen() {
        return seenFrames;
    }

    /** The clock, or null for a camera that was never heard of. */
    CameraClock clock() throws IOException {
        return clock.value();
    }

    void clock(CameraClock value) throws IOException {
        clock.update(value);
    }

    TrackerState tracker() throws IOException {
        TrackerState value = tracker.value();
        return value == null ? TrackerState.EMPTY : value;
    }

    void tracker(TrackerState value) throws IOException {
        tracker.update(value);
    }

    /** Forgets everything but the clock. */
    void forget() {
        tracker.clear();
        buffer.clear();
        seenFrames.clear();
    }
}
