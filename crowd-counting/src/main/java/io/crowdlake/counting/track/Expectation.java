package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Instant;

/** Where and how somebody known is expected at a time. */
final class Expectation {

    /** From this time on out of sight it becomes unlikely that somebody is seen again at all, in seconds. */
    private static final double FADING_AFTER = 2;

    /** Who misses the row by so many standard deviations is somebody else, whatever else there is. */
    private static final double APART = 30;

    /** How unlikely that is. */
    private static final double NOBODY = 50;

    /** Clothes and hair say so much of what they say alone where the faces can be compared as well: all are misread together. */
    private static final double BESIDE_FEATURES = 0.75;

    /** Keeps the logarithm of a density finite that is next to nothing. */
    private static final double LEAST = 1e-100;

    private final TrackerParameters parameters;
    private final Perspective perspective;
    private final Track track;
    private final Motion goesOn;
    private final Appearance appearance;
    private final double unseen;
    private final double fading;
    private Courses courses;

    /** @param appearance of the person so far */
    Expectation(
            Track track, Appearance appearance, Instant time, Perspective perspective, TrackerParameters parameters) {
        this.parameters = parameters;
        this.perspective = perspective;
        this.track = track;
        this.goesOn = track.motion().at(time, parameters);
        this.appearance = appearance;
        this.unseen = Gates.seconds(track.lastSeen(), time);
        double shown = Math.max(0, unseen - track.hiddenMillis() / 1000.0);
        this.fading = shown == 0 ? 0 : parameters.fading() * Math.log(1 + shown / FADING_AFTER);
    }

    /** Seconds since the last sight. */
    double unseen() {
        return unseen;
    }

    /**
     * How unlikely a face is for the person: its place, its size and what it appears to be. The person has gone on, which leads
     * to the motion's distribution, has stayed, as most do who turn away or are hidden for a while, or has gone about nearby. It is the negative
     * logarithm of that probability, and quadratic in small distances: of two people who pass each other along a line, plain distances to either
     * sum up to the same.
     *
     * @param face where they are
     * @param stature over all looks at the face
     * @param seen over all looks at the face
     */
    double surprise(BoundingBox face, Stature stature, Appearance seen) {
        return fading
                + place(face, stature)
                + parameters.likeness() * appearance.difference(seen)
                + colours(seen)
                + parameters.features() * appearance.differenceOfFeatures(seen);
    }

    private double colours(Appearance seen) {
        double difference = parameters.colours() * appearance.colours().difference(seen.colours());
        return appearance.showsFeaturesAs(seen) ? BESIDE_FEATURES * difference : difference;
    }

    private double place(BoundingBox face, Stature stature) {
        Motion last = track.motion();
        double deviation = perspective.deviation(last.stature(), stature);
        double miss = perspective.miss(last.stature(), stature) / deviation;
        double steep = goesOn.down().deviation(parameters.jitter());
        double rise = 2 * (face.centerY() - goesOn.down().place()) / (last.box().height() + face.height()) / steep;
        if (Math.abs(miss) > APART && Math.abs(rise) > APART) {
            return NOBODY;
        }
        if (courses == null) {
            courses = Courses.of(track.motion(), goesOn, unseen, parameters);
        }
        double x = face.centerX();
        double width = (last.box().width() + face.width()) / 2;
        double growth = Math.log(stature.height() / last.box().height());
        double level = courses.density(x, width, miss, growth) / deviation;
        double climbing = courses.goes().density(x, width, rise, growth) / steep * Math.exp(-parameters.climbing());
        return -Math.log(Math.max(LEAST, parameters.resize() * (level + climbing)));
    }

    /** Intersection over union of a face with the box where the person is expected. */
    double overlap(BoundingBox face) {
        return goesOn.overlap(face);
    }
}
