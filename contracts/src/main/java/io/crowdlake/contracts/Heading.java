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

    /** All but {@link #NONE}. */
    private static final int DIRECTIONS = 8;

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
        if (across == 0 && down == 0) {
            return NONE;
        }
        long eighth = Math.round(Math.atan2(down, across) / (2 * Math.PI) * DIRECTIONS);
        return values()[(int) Math.floorMod(eighth, (long) DIRECTIONS)];
    }
}
