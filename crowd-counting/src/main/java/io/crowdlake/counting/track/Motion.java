package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a face is and how it moves.
 *
 * @param time of the last sight
 * @param box at the last sight
 * @param across from left to right
 * @param down from top to bottom
 */
public record Motion(Instant time, BoundingBox box, Axis across, Axis down) {

    /** A face seen for the first time, which may move anywhere. */
    static Motion startingAt(Instant time, BoundingBox box, TrackerParameters parameters) {
        return new Motion(
                time,
                box,
                Axis.startingAt(box.centerX(), parameters.jitter(), parameters.walkingPace()),
                Axis.startingAt(box.centerY(), parameters.jitter(), parameters.paceDown()));
    }

    /** The motion, with its errors, carried on to another time; the box only moves along. */
    Motion at(Instant when, TrackerParameters parameters) {
        double gap = Duration.between(time, when).toNanos() / 1e9;
        return new Motion(
                when,
                box,
                across.after(gap, parameters.pace(), parameters.persistence()),
                down.after(gap, parameters.paceDown(), parameters.persistence()));
    }

    /** The motion, carried on to the time of a sight, after that sight. */
    Motion seenAt(BoundingBox face, TrackerParameters parameters) {
        return new Motion(
                time,
                face,
                across.seenAt(face.centerX(), parameters.jitter()),
                down.seenAt(face.centerY(), parameters.jitter()));
    }

    /** Whether the centre is expected to lie clearly beyond the frame's edge. */
    boolean outOfView(TrackerParameters parameters) {
        return beyond(across, box.width(), parameters) || beyond(down, box.height(), parameters);
    }

    private static boolean beyond(Axis axis, double size, TrackerParameters parameters) {
        double outside = Math.max(-axis.place(), axis.place() - 1) / size;
        return outside > Gates.LEFT_DEVIATIONS * axis.deviation(parameters.jitter());
    }

    /** How unlikely a face is where it is, if the person went on: negative logarithm of a density per face size squared. */
    double surpriseByGoing(BoundingBox face, TrackerParameters parameters) {
        double x = apart(face.centerX() - across.place(), box.width(), face.width());
        double y = apart(face.centerY() - down.place(), box.height(), face.height());
        return Gates.surprise(x, across.deviation(parameters.jitter()), y, down.deviation(parameters.jitter()));
    }

    /** The same if the person stayed where they were at the last sight, which is unlikely for those who walked. */
    double surpriseByStaying(BoundingBox face, TrackerParameters parameters) {
        double x = apart(face.centerX() - box.centerX(), box.width(), face.width());
        double y = apart(face.centerY() - box.centerY(), box.height(), face.height());
        return Gates.surprise(x, parameters.sway(), y, parameters.sway())
                + across.unrest(box.width(), parameters.sway())
                + down.unrest(box.height(), parameters.sway());
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

    /** In face sizes. */
    private static double apart(double distance, double size, double otherSize) {
        return 2 * distance / (size + otherSize);
    }
}
