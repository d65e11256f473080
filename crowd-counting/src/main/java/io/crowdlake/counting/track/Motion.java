package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.time.Instant;

/** Where a person is expected after some time, at constant velocity, and how well a face fits there. */
final class Motion {

    private final TrackerParameters parameters;

    Motion(TrackerParameters parameters) {
        this.parameters = parameters;
    }

    /** Cost of taking the face for the track's, 0 (just where it was expected) to 1, or {@link Assignment#FORBIDDEN}. */
    double cost(Track track, BoundingBox face, Instant time) {
        double gap = seconds(track.lastSeen(), time);
        double resize = Math.abs(Math.log(size(face) / size(track.box())));
        double resizeLimit = parameters.resize() + parameters.resizeRate() * gap;
        double distance = distance(track, face, gap);
        double limit = reach(track, gap);
        if (resize > resizeLimit || distance > limit) {
            return Assignment.FORBIDDEN;
        }
        return 0.6 * distance / limit + 0.2 * resize / resizeLimit + 0.2 * (1 - overlap(track, face, time));
    }

    /** Intersection over union of the face with the track's box moved to where it is expected. */
    double overlap(Track track, BoundingBox face, Instant time) {
        double gap = seconds(track.lastSeen(), time);
        BoundingBox box = track.box();
        double left = box.x() + track.speedX() * gap;
        double top = box.y() + track.speedY() * gap;
        double width = Math.min(left + box.width(), face.x() + face.width()) - Math.max(left, face.x());
        double height = Math.min(top + box.height(), face.y() + face.height()) - Math.max(top, face.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (box.area() + face.area() - shared);
    }

    /** New speed along one axis after the centre moved from one place to another; the last speed when no time passed. */
    double speed(Track track, double lastSpeed, double from, double to, Instant time) {
        double gap = seconds(track.lastSeen(), time);
        if (gap <= 0) {
            return lastSpeed;
        }
        double measured = (to - from) / gap;
        if (track.frames() == 1) {
            return measured * trust(gap);
        }
        return lastSpeed + (measured - lastSpeed) * trust(gap);
    }

    /** How much a measurement over the given time says: the jitter of a box makes speeds over short times unsure. */
    private double trust(double gap) {
        return 1 - Math.exp(-gap / (parameters.smoothing().toNanos() / 1e9));
    }

    private double reach(Track track, double gap) {
        double pace = track.frames() == 1 ? parameters.stride() : parameters.wander();
        return Math.min(parameters.longestReach(), parameters.reach() + pace * gap);
    }

    /** In face sizes; each axis is measured in the box's own extent, since frames are wider than high. */
    private static double distance(Track track, BoundingBox face, double gap) {
        BoundingBox box = track.box();
        double dx = face.centerX() - box.centerX() - track.speedX() * gap;
        double dy = face.centerY() - box.centerY() - track.speedY() * gap;
        return Math.hypot(dx * 2 / (box.width() + face.width()), dy * 2 / (box.height() + face.height()));
    }

    private static double size(BoundingBox box) {
        return Math.sqrt(Math.max(box.area(), 1e-12));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
