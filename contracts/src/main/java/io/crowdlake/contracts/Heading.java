package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A direction in the picture, as somebody who looks at it would say; {@link #NONE} for those who stood. */
public enum Heading {
    RIGHT(1, 0),
    DOWN_RIGHT(1, 1),
    DOWN(0, 1),
    DOWN_LEFT(-1, 1),
    LEFT(-1, 0),
    UP_LEFT(-1, -1),
    UP(0, -1),
    UP_RIGHT(1, -1),
    NONE(0, 0);

    /** Tangent of 22.5 degrees: half of what each direction stands for. */
    private static final double FLAT = Math.sqrt(2) - 1;

    /** By {@link #y}, then by {@link #x}, from -1 to 1. */
    private static final Heading[][] BY_STEP = {
        {UP_LEFT, UP, UP_RIGHT}, {LEFT, NONE, RIGHT}, {DOWN_LEFT, DOWN, DOWN_RIGHT}
    };

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int x;
    private final int y;

    Heading(int x, int y) {
        this.x = x;
        this.y = y;
    }

    /** As tables, events and configurations write it, such as {@code down-left}. */
    @JsonValue
    public String label() {
        return label;
    }

    /** Where it leads across: 1 to the right, -1 to the left. */
    int x() {
        return x;
    }

    /** Where it leads down: 1 downwards, -1 upwards. */
    int y() {
        return y;
    }

    /**
     * The direction of a way: the nearest of the eight, each of which stands for 45 degrees; {@link #NONE} of no way.
     *
     * @param across to the right
     * @param down downwards, in the same unit
     */
    public static Heading of(double across, double down) {
        return BY_STEP[1 + step(down, across)][1 + step(across, down)];
    }

    /** Whether a way leads along an axis, and in which direction, given what it leads along the other one. */
    private static int step(double along, double aside) {
        return Math.abs(along) <= FLAT * Math.abs(aside) ? 0 : (int) Math.signum(along);
    }
}
