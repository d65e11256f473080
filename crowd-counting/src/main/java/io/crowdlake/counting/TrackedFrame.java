package io.crowdlake.counting;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
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
 * @param withdrawn ended visits, as they were counted, that count no longer, since they were those of staff. Then there is neither frame nor
 *     silence
 * @param backlog whether it belongs to a time before the camera's newest frame from which there was none yet: such frames come in order among
 *     themselves, and a silence is the end of them
 */
public record TrackedFrame(
        FrameAnalysis analysis,
        String deviceId,
        Instant time,
        List<VisitUpdate> visits,
        List<VisitUpdate> withdrawn,
        boolean backlog) {

    public TrackedFrame {
        Objects.requireNonNull(deviceId, "deviceId is null");
        Objects.requireNonNull(time, "time is null");
        visits = visits == null ? List.of() : List.copyOf(visits);
        withdrawn = withdrawn == null ? List.of() : List.copyOf(withdrawn);
    }

    /** A frame, or a silence where {@code analysis} is null. */
    public TrackedFrame(FrameAnalysis analysis, String deviceId, Instant time, List<VisitUpdate> visits) {
        this(analysis, deviceId, time, visits, List.of(), false);
    }

    /** The news that a visit which has been counted was one of staff. */
    public static TrackedFrame withdrawing(VisitUpdate counted) {
        Visit visit = counted.visit();
        return new TrackedFrame(null, visit.deviceId(), visit.lastSeen(), List.of(), List.of(counted), false);
    }

    /** The same step with other news of its visits. */
    public TrackedFrame withVisits(List<VisitUpdate> updates) {
        return new TrackedFrame(analysis, deviceId, time, updates, withdrawn, backlog);
    }

    /** The same step of a backlog. */
    public TrackedFrame ofBacklog() {
        return new TrackedFrame(analysis, deviceId, time, visits, withdrawn, true);
    }

    /** Whether this is no frame, but the news that the camera fell silent. */
    public boolean silent() {
        return analysis == null && withdrawn.isEmpty();
    }
}
