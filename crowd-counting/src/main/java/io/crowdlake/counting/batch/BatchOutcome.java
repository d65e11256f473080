package io.crowdlake.counting.batch;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import java.util.List;

/**
 * What {@link BatchCount} finds for one camera.
 *
 * @param frames in the order of capture, faces with visit ids
 * @param visits in the order of their end
 * @param windows in the order of time; revision 1, final, made at 1970-01-01T00:00:00Z
 */
public record BatchOutcome(List<TrackedFrame> frames, List<Visit> visits, List<CrowdDemographics> windows) {

    public BatchOutcome {
        frames = List.copyOf(frames);
        visits = List.copyOf(visits);
        windows = List.copyOf(windows);
    }
}
