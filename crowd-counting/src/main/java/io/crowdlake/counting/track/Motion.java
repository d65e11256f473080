package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a face is and how it moves: a constant-velocity filter (Kalman) over its centre. Errors are in face sizes and the same along both
 * axes, so one set of variances serves both.
 *
 * @param time of the last sight
 * @param box at the last sight
 * @param centerX filtered, fraction of the frame's width
 * @param centerY filtered, fraction of the frame's height
 * @param speedX frame widths per second
 * @param speedY frame heights per second
 * @param placeVariance of the centre, face sizes squared
 * @param covariance of centre and speed
 * @param speedVariance of the speed, face sizes squared per second squared
 */
public record Motion(
        Instant time,
        BoundingBox box,
        double centerX,
        double centerY,
        double speedX,
        double speedY,
        double placeVariance,
        double covariance,
        double speedVariance) {

    /** A face seen for the first time, which may move anywhere. */
    static Motion startingAt(Instant time, BoundingBox box, TrackerParameters parameters) {
        return new Motion(
                time,
                box,
                box.centerX(),
                box.centerY(),
                0,
                0,
                square(parameters.jitter()),
                0,
                square(parameters.pace()));
    }

    /** The motion, with its errors, carried on to another time; the box only moves along. */
    Motion at(Instant when, TrackerParameters parameters) {
        double gap = Duration.between(time, when).toNanos() / 1e9;
        double age = Math.abs(gap);
        double unrest = square(parameters.restlessness());
        return new Motion(
                when,
                box,
                centerX + speedX * gap,
                centerY + speedY * gap,
                speedX,
                speedY,
                placeVariance + 2 * gap * covariance + gap * gap * speedVariance + unrest * age * age * age / 3,
                covariance + gap * speedVariance + unrest * gap * age / 2,
                speedVariance + unrest * age);
    }

    /** The motion, carried on to the time of a sight, after that sight. */
    Motion seenAt(BoundingBox face, TrackerParameters parameters) {
        double sum = placeVariance + square(parameters.jitter());
        double placeGain = placeVariance / sum;
        double speedGain = covariance / sum;
        double missX = face.centerX() - centerX;
        double missY = face.centerY() - centerY;
        return new Motion(
                time,
                face,
                centerX + placeGain * missX,
                centerY + placeGain * missY,
                speedX + speedGain * missX,
                speedY + speedGain * missY,
                (1 - placeGain) * placeVariance,
                (1 - placeGain) * covariance,
                speedVariance - speedGain * covariance);
    }

    /** How far beyond the frame's edge the centre is expected, in face sizes; 0 within the frame. */
    double outOfView() {
        double x = Math.max(0, Math.max(-centerX, centerX - 1)) / box.width();
        double y = Math.max(0, Math.max(-centerY, centerY - 1)) / box.height();
        return Math.max(x, y);
    }

    /** Distance from where the face is expected, in face sizes. */
    double distance(BoundingBox face) {
        double dx = 2 * (face.centerX() - centerX) / (box.width() + face.width());
        double dy = 2 * (face.centerY() - centerY) / (box.height() + face.height());
        return Math.hypot(dx, dy);
    }

    /** One standard deviation of that distance for the right face. */
    double deviation(TrackerParameters parameters) {
        return Math.sqrt(placeVariance + square(parameters.jitter()));
    }

    /** Intersection over union of a face with the box where it is expected. */
    double overlap(BoundingBox face) {
        double left = centerX - box.width() / 2;
        double top = centerY - box.height() / 2;
        double width = Math.min(left + box.width(), face.x() + face.width()) - Math.max(left, face.x());
        double height = Math.min(top + box.height(), face.y() + face.height()) - Math.max(top, face.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (box.area() + face.area() - shared);
    }

    private static double square(double value) {
        return value * value;
    }
}
