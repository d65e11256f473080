package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.CrowdDemographics;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the revisions of one camera's windows come to. */
public final class Revisions {

    private Revisions() {}

    /** The newest revision of each window, as the batch computation writes it. */
    public static List<CrowdDemographics> newest(Collection<CrowdDemographics> revisions) {
        Map<Instant, CrowdDemographics> byWindow = new HashMap<>();
        revisions.forEach(row -> byWindow.merge(
                row.windowStart(), row, (one, other) -> one.revision() > other.revision() ? one : other));
        return byWindow.values().stream()
                .sorted(Comparator.comparing(CrowdDemographics::windowStart))
                .map(Revisions::asBatch)
                .toList();
    }

    private static CrowdDemographics asBatch(CrowdDemographics row) {
        return new CrowdDemographics(
                row.deviceId(),
                row.windowStart(),
                row.windowEnd(),
                1,
                row.isFinal(),
                row.frames(),
                row.visitors(),
                row.entries(),
                row.exits(),
                row.newVisitors(),
                row.returningVisitors(),
                row.peakOccupancy(),
                row.meanOccupancy(),
                row.dwellMeanSeconds(),
                row.dwellMedianSeconds(),
                row.dwellP90Seconds(),
                row.ageGender(),
                row.emotionGender(),
                row.modelVersion(),
                Instant.EPOCH,
                row.lines(),
                row.zones());
    }
}
