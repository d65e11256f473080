package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Instant;

/**
 * Where a face is and how it moves.
 *
 * @param time of the last sight
 * @param box at the last sight
 * @param across from left to right
 * @param down from top to bottom
 * @param stature over all sights
 */
public record Motion(Instant time, BoundingBox box, Axis across, Axis down, Stature stature) {

    /** A face seen for the first time, which may move anywhere. */
    static Motion startingAt(Instant time, BoundingBox box, TrackerParameters parameters) {
        return new Motion(
                time,
                box,
                Axis.startingAt(box.centerX(), parameters.jitter(), parameters.walkingPace()),
                Axis.startingAt(box.centerY(), parameters.jitter(), parameters.paceDown()),
                Stature.of(box));
    }

    /** The motion, with its errors, carried on to another time; the box only moves along. */
    Motion at(Instant when, TrackerParameters parameters) {
        double gap = Gates.nanos(time, when) / 1e9;
        return new Motion(
                when,
                box,
                across.after(gap, parameters.pace(), parameters.persistence()),
                down.after(gap, parameters.paceDown(), parameters.persistence()),
                stature);
    }

    /** The motion, carried on to the time of a sight, after that sight. */
    Motion seenAt(BoundingBox face, TrackerParameters parameters) {
        return new Motion(
                time,
                face,
                across.seenAt(face.centerX(), parameters.jitter()),
                down.seenAt(face.centerY(), parameters.jitter()),
                stature.plus(Stature.of(face)));
    }

    /**
     * Whether the person must have left the view by a time: the centre is expected clearly beyond the edge at that time, or as soon as it is as
     * likely as not that they no longer go as they went; later on nobody knows anything for certain.
     */
    boolean leftBy(Instant when, TrackerParameters parameters) {
        if (staysWithin(across, parameters) && staysWithin(down, parameters)) {
            return false;
        }
        Instant changed = time.plusMillis(Math.round(1000 * parameters.persistence()));
        Motion then = at(when.isBefore(changed) ? when : changed, parameters);
        return beyond(then.across, box.width(), parameters) || beyond(then.down, box.height(), parameters);
    }

    /** Whether an axis leads nowhere near the edge, as it does for most people most of the time. */
    private static boolean staysWithin(Axis axis, TrackerParameters parameters) {
        double farthest = axis.place() + axis.speed() * parameters.persistence();
        return axis.place() >= 0 && axis.place() <= 1 && farthest >= 0 && farthest <= 1;
    }

    private static boolean beyond(Axis axis, double size, TrackerParameters parameters) {
        double outside = Math.max(-axis.place(), axis.place() - 1) / size;
        return outside > Gates.LEFT_DEVIATIONS * axis.deviation(parameters.jitter());
    }

    /** This motion, of somebody who was seen before. */
    Motion after(Motion before) {
        return new Motion(time, box, across, down, before.stature.plus(stature));
    }

    /** Intersection over union of a face with the box where it is expected. */
    double overlap(BoundingBox face) {
        double left = across.place() - box.width() / 2;
        double top = down.place() - box.height() / 2;
        double width = Math.min(left + box.width(), face.x() + face.width()) - Math.max(left, face.x());
        double height = Math.min(top + box.height(), face.y() + face.height()) - Math.max(top, face.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (box.area() + face.area() - shared);
    }
}
