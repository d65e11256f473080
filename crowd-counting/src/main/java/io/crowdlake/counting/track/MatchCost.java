package io.crowdlake.counting.track;

import io.crowdlake.contracts.DetectedFace;
import java.time.Instant;

/** How badly a face fits a track: 0 (just as expected) to 1, or {@link Assignment#FORBIDDEN}. */
interface MatchCost {

    /** How much less likely those who have left the view are to be the ones who come in: to one twentieth. */
    double LEFT = 3;

    double of(Track track, DetectedFace face);

    /**
     * By how unlikely the face is for the person: its place, its size and what it appears to be. The person has either gone on, which leads
     * to the motion's normal distribution, or stayed where they were, as most do who turn away or are hidden for a while. The negative
     * logarithm of that probability is made to lie in 0..1; as far as {@link TrackerParameters#surprise} a known person is likelier than a
     * newcomer. It is quadratic in the distance: of two people who pass each other along a line, plain distances to either sum up to the same.
     */
    static MatchCost byLikelihood(Instant time, TrackerParameters parameters) {
        double least = 2 * Math.log(Math.min(parameters.jitter(), parameters.sway()));
        return (track, face) -> {
            double unlikely = place(track, face, time, parameters)
                    + Gates.surprise(resize(track, face, time, parameters))
                    + parameters.likeness() * Likeness.difference(track.vote().outcome(), face.attributes());
            return unlikely > parameters.surprise()
                    ? Assignment.FORBIDDEN
                    : Math.max(0, (unlikely - least) / (parameters.surprise() - least));
        };
    }

    /** In standard deviations. */
    private static double resize(Track track, DetectedFace face, Instant time, TrackerParameters parameters) {
        double gap = Gates.seconds(track.lastSeen(), time);
        double ratio =
                Math.log(Gates.size(face.box()) / Gates.size(track.motion().box()));
        return ratio / (parameters.resize() + parameters.resizeRate() * gap);
    }

    private static double place(Track track, DetectedFace face, Instant time, TrackerParameters parameters) {
        Motion expected = track.motion().at(time, parameters);
        double going = expected.surpriseByGoing(face.box(), parameters);
        double staying = track.motion().surpriseByStaying(face.box(), parameters);
        return going < staying ? going + (expected.outOfView(parameters) ? LEFT : 0) : staying;
    }

    /** By overlap with the expected box alone. */
    static MatchCost byOverlap(Instant time, TrackerParameters parameters) {
        return (track, face) -> {
            double overlap = track.motion().at(time, parameters).overlap(face.box());
            return overlap < parameters.weakOverlap() ? Assignment.FORBIDDEN : 1 - overlap;
        };
    }
}
