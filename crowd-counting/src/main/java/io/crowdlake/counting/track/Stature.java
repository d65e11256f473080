package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;

/**
 * How high somebody's face is in the picture, and how large. The two belong together: who comes nearer grows away from the horizon, or up to it, by a
 * measure that is their own (see {@link Perspective}).
 *
 * @param row mean of the centre, as a fraction of the frame's height
 * @param height mean of the box, as a fraction of the frame's height
 * @param looks number of sights that count in the means, {@value #MOST_LOOKS} at most
 */
public record Stature(double row, double height, int looks) {

    /** Later looks count as much as the last of these, so that a person who sits down is soon known by that. */
    static final int MOST_LOOKS = 20;

    private static final double LEAST_HEIGHT = 1e-4;

    /** Of a single look. */
    public static Stature of(BoundingBox face) {
        return new Stature(face.centerY(), Math.max(LEAST_HEIGHT, face.height()), 1);
    }

    /** The mean over the looks at both. */
    Stature plus(Stature later) {
        double share = (double) later.looks / Math.max(later.looks, Math.min(MOST_LOOKS, looks + later.looks));
        return new Stature(
                row + share * (later.row - row),
                height + share * (later.height - height),
                Math.min(MOST_LOOKS, looks + later.looks));
    }
}
