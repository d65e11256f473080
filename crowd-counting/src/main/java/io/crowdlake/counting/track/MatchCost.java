package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Instant;

/** How badly a face fits a track: 0 (just as expected) to 1, or {@link Assignment#FORBIDDEN}. */
interface MatchCost {

    double of(Track track, BoundingBox face);

    /**
     * By place, within a gate that widens as the motion becomes unsure, then by size and overlap. The distance is squared: of two people who pass
     * each other along a line, plain distances to either sum up to the same.
     */
    static MatchCost byMotion(Instant time, TrackerParameters parameters) {
        return (track, face) -> {
            Motion expected = track.motion().at(time, parameters);
            double limit = reach(expected, parameters);
            double distance = expected.distance(face) / limit;
            double gap = Gates.seconds(track.lastSeen(), time);
            double resize = Math.abs(Math.log(
                            Gates.size(face) / Gates.size(track.motion().box())))
                    / (parameters.resize() + parameters.resizeRate() * gap);
            if (distance > 1 || resize > 1) {
                return Assignment.FORBIDDEN;
            }
            return 0.8 * distance * distance + 0.1 * resize + 0.1 * (1 - expected.overlap(face));
        };
    }

    /** Someone expected to have left the view is not sought far away: a face there is somebody else who comes in. */
    private static double reach(Motion expected, TrackerParameters parameters) {
        double deviation = expected.deviation(parameters);
        if (expected.outOfView() > Gates.LEFT_DEVIATIONS * deviation) {
            return parameters.reach();
        }
        return Math.min(parameters.longestReach(), Math.max(parameters.reach(), Gates.DEVIATIONS * deviation));
    }

    /** By overlap with the expected box alone. */
    static MatchCost byOverlap(Instant time, TrackerParameters parameters) {
        return (track, face) -> {
            double overlap = track.motion().at(time, parameters).overlap(face);
            return overlap < parameters.weakOverlap() ? Assignment.FORBIDDEN : 1 - overlap;
        };
    }
}
