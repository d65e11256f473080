package io.crowdlake.stack.up;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.part.Cameras;
import io.crowdlake.stack.part.FrameEntrance;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.Supervisor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The cameras' process while the stack runs. */
final class CameraProcess {

    /** For sending what is still buffered. */
    private static final Duration GRACE = Duration.ofSeconds(15);
    /** What cameras may take beyond their duration, for starting and for sending what is still buffered. */
    private static final Duration OVERTIME = Duration.ofSeconds(30);

    private final Cameras cameras;
    private final DataFolder data;
    private final Supervisor supervisor;
    private final String classpath;
    private final Clock clock;
    private ManagedProcess process;
    private Instant deadline = Instant.MAX;

    CameraProcess(Cameras cameras, DataFolder data, Supervisor supervisor, String classpath, Clock clock) {
        this.cameras = cameras;
        this.data = data;
        this.supervisor = supervisor;
        this.classpath = classpath;
        this.clock = clock;
    }

    void start(FrameEntrance entrance) {
        if (cameras.duration() != null) {
            deadline = clock.instant().plus(cameras.duration()).plus(OVERTIME);
        }
        if (!cameras.isEmpty()) {
            CameraStatus.clear(data);
            process = supervisor.startTask(cameras.spec(data, entrance, classpath));
        }
    }

    /** Frames sent by each camera since this start. */
    Map<String, Long> sent() {
        return CameraStatus.sent(data);
    }

    /** Whether the duration that was asked for is over. */
    boolean isDone() {
        return cameras.duration() != null && (haveRunDry() || !clock.instant().isBefore(deadline));
    }

    /** Whether all sources have come to their end. */
    boolean haveRunDry() {
        return process != null && (!process.isAlive() || CameraStatus.finished(data));
    }

    /** Throws StackException when the cameras have failed. */
    void requireHealth() {
        if (process != null && process.diedByItself() && process.exitCode() != 0) {
            throw new StackException(process.obituary());
        }
    }

    /** Stops the cameras; what they have captured is sent before they end. */
    void stop() {
        if (process != null) {
            process.stop(GRACE);
        }
    }
}
