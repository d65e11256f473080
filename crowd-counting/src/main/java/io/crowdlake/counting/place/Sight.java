package io.crowdlake.counting.place;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Zone;
import java.time.Instant;

/**
 * One sight of a person. Distances are in face sizes, width across and height down, so that they mean the same near and far.
 *
 * @param time event time
 * @param place middle of the face
 * @param width of the face, as a fraction of the frame's width
 * @param height of the face, as a fraction of the frame's height
 * @param frameWidth pixels
 * @param frameHeight pixels
 */
public record Sight(Instant time, Point place, double width, double height, int frameWidth, int frameHeight) {

    /** From this distance on a person is clear of a line or an outline: twice as far as people who stand sway. */
    static final double CLEAR = 0.5;

    /** A shorter way is no direction. */
    private static final double SHORTEST_WAY = 1;

    /** No face is smaller than this, whatever a box says. */
    private static final double LEAST_SIZE = 1e-4;

    public static Sight of(FrameAnalysis frame, BoundingBox box) {
        return new Sight(
                frame.capturedAt(),
                Point.centerOf(box),
                Math.max(LEAST_SIZE, box.width()),
                Math.max(LEAST_SIZE, box.height()),
                frame.frameWidth(),
                frame.frameHeight());
    }

    boolean clearOf(CountingLine line) {
        return line.distance(place, width, height) > CLEAR;
    }

    /** Whether the person is in the zone; somebody who was before still is until clear of its outline. */
    boolean in(Zone zone, boolean before) {
        return zone.contains(place) || (before && zone.distance(place, width, height) <= CLEAR);
    }

    /** Direction of the way from another place, as it looks in the picture. */
    Heading headingFrom(Point start) {
        double across = place.x() - start.x();
        double down = place.y() - start.y();
        return Math.sqrt(square(across / width) + square(down / height)) < SHORTEST_WAY
                ? Heading.NONE
                : Heading.of(across * frameWidth, down * frameHeight);
    }

    private static double square(double value) {
        return value * value;
    }
}
