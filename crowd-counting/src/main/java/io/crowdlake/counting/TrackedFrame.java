package io.crowdlake.counting;

import io.crowdlake.contracts.FrameAnalysis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One step of a camera's clock: a frame whose faces know their visits, or the news that the camera fell silent.
 *
 * @param analysis the frame, its faces with visit ids; null when the camera merely fell silent
 * @param deviceId the camera
 * @param time event time of the frame, or of the newest frame before the silence. Frames come in order, but for those that were late
 * @param visits the visits that the frame showed, and those that have ended
 */
public record TrackedFrame(FrameAnalysis analysis, String deviceId, Instant time, List<VisitUpdate> visits) {

    public TrackedFrame {
        Objects.requireNonNull(deviceId, "deviceId is null");
        Objects.requireNonNull(time, "time is null");
        visits = visits == null ? List.of() : List.copyOf(visits);
    }

    /** Whether this is no frame, but the news that the camera fell silent. */
    public boolean silent() {
        return analysis == null;
    }
}
