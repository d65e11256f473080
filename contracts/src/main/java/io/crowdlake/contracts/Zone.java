package io.crowdlake.contracts;

import java.io.Serializable;
import java.util.List;

/**
 * A part of a camera's picture. Whoever is in it is counted, for as long as they stay.
 *
 * @param name unique among the zones of the camera; 1 to 64 characters
 * @param corners 3 to 64, in the order of the outline, which must not cross itself
 */
public record Zone(String name, List<Point> corners) implements Serializable {

    static final int FEWEST_CORNERS = 3;
    static final int MOST_CORNERS = 64;

    /** Far less than a pixel of any picture, and far more than what is lost in rounding, which depends on the order of the corners. */
    private static final double LEAST_AREA = 1e-9;

    public Zone {
        Checks.name(name, "name");
        corners = Checks.entries(corners, "corners");
        if (corners.size() < FEWEST_CORNERS || corners.size() > MOST_CORNERS) {
            throw new IllegalArgumentException(
                    "corners are " + corners.size() + ", must be " + FEWEST_CORNERS + " to " + MOST_CORNERS);
        }
        requireDistinctNeighbours(corners);
        requireOutline(corners);
        if (area(corners) < LEAST_AREA) {
            throw new IllegalArgumentException("corners lie on one line, must enclose an area");
        }
    }

    /** Whether a place is inside; the outline itself may count either way. */
    public boolean contains(Point place) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            Point a = corners.get(i);
            Point b = corners.get(j);
            if (a.y() > place.y() != b.y() > place.y()
                    && place.x() < (b.x() - a.x()) * (place.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /**
     * Distance of a place from the nearest point of the outline.
     *
     * @param unitX what counts as 1 across, as a fraction of the frame's width
     * @param unitY what counts as 1 down, as a fraction of the frame's height
     */
    public double distance(Point place, double unitX, double unitY) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            nearest = Math.min(nearest, Plane.distance(corners.get(i), corners.get(j), place, unitX, unitY));
        }
        return nearest;
    }

    private static void requireDistinctNeighbours(List<Point> corners) {
        for (int i = 0; i < corners.size(); i++) {
            int next = (i + 1) % corners.size();
            if (corners.get(i).equals(corners.get(next))) {
                throw new IllegalArgumentException(
                        "corners " + (i + 1) + " and " + (next + 1) + " are the same point, leave one of them out");
            }
        }
    }

    private static void requireOutline(List<Point> corners) {
        int size = corners.size();
        for (int i = 0; i < size; i++) {
            // An edge has a corner in common with the next one, so the next but one is the first that may not meet it.
            for (int j = i + 2; j < size - (i == 0 ? 1 : 0); j++) {
                if (Plane.meet(corners.get(i), corners.get(i + 1), corners.get(j), corners.get((j + 1) % size))) {
                    throw new IllegalArgumentException("the edges from corner " + (i + 1) + " and from corner "
                            + (j + 1) + " meet, list the corners in the order of the outline");
                }
            }
        }
    }

    private static double area(List<Point> corners) {
        double twice = 0;
        for (int i = 2; i < corners.size(); i++) {
            twice += Plane.turn(corners.get(0), corners.get(i - 1), corners.get(i));
        }
        return Math.abs(twice) / 2;
    }
}
