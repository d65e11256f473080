package io.crowdlake.job;

import io.crowdlake.contracts.CameraFrame;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Hands frames on, and when told so fails in the middle of the stream: after some frames and a checkpoint, so that there is something to lose. */
final class FailOnce extends RichMapFunction<CameraFrame, CameraFrame> implements CheckpointListener {

    private static final long serialVersionUID = 1;

    /** All subtasks run in this JVM. */
    static final AtomicBoolean ARMED = new AtomicBoolean();

    /** Frames that have passed, those before a failure included. */
    static final AtomicInteger PASSED = new AtomicInteger();

    private static final int FRAMES_BEFORE_FAILURE = 100;

    private int frames;
    private boolean checkpointed;

    @Override
    public CameraFrame map(CameraFrame frame) {
        PASSED.incrementAndGet();
        if (++frames > FRAMES_BEFORE_FAILURE && checkpointed && ARMED.compareAndSet(true, false)) {
            throw new IllegalStateException("a machine burns down");
        }
        return frame;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        checkpointed = true;
    }
}
