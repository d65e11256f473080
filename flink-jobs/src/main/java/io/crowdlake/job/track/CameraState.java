package io.crowdlake.job.track;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.job.binary.FrameAnalysisSerializer;
import io.crowdlake.job.state.RecentValues;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What {@link TrackFunction} keeps of the camera at hand: one value that every frame reads and writes, and apart from it what most frames need
 * nothing of. Its names are part of every savepoint: never change them.
 */
final class CameraState {

    static final ValueStateDescriptor<CameraMemory> CAMERA =
            new ValueStateDescriptor<>("camera", CameraMemorySerializer.TYPE);
    static final MapStateDescriptor<FramePlace, FrameAnalysis> BUFFER =
            new MapStateDescriptor<>("waiting-frames", FramePlaceSerializer.TYPE, FrameAnalysisSerializer.TYPE);
    static final MapStateDescriptor<SeenKey, SeenChunk> SEEN =
            new MapStateDescriptor<>("seen-frames", TypeInformation.of(SeenKey.class), SeenChunkSerializer.TYPE);

    private final RecentValues<CameraMemory> camera;
    private final MapState<FramePlace, FrameAnalysis> buffer;
    private final ReorderBuffer reorderBuffer;
    private final SeenFrames seenFrames;

    /** @param camera of the descriptor {@link #CAMERA} */
    CameraState(RecentValues<CameraMemory> camera, RuntimeContext context, Duration reorderDelay) {
        this.camera = camera;
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

    /** Null for a camera that was never heard of. */
    CameraMemory camera() throws IOException {
        return camera.value();
    }

    void camera(CameraMemory value) throws IOException {
        camera.update(value);
    }

    /** Forgets what is apart from the one value. */
    void forget() {
        buffer.clear();
        seenFrames.clear();
    }
}
