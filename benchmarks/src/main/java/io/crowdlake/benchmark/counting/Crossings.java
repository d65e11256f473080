package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.LineCount;

/** How many walked over a line in a window, to the right and to the left. */
record Crossings(long toTheRight, long toTheLeft) {

    static final Crossings NONE = new Crossings(0, 0);

    static Crossings one(boolean right) {
        return new Crossings(right ? 1 : 0, right ? 0 : 1);
    }

    static Crossings of(LineCount inToTheRight) {
        return new Crossings(inToTheRight.inCount(), inToTheRight.outCount());
    }

    Crossings plus(Crossings other) {
        return new Crossings(toTheRight + other.toTheRight, toTheLeft + other.toTheLeft);
    }

    Crossings min(Crossings other) {
        return new Crossings(Math.min(toTheRight, other.toTheRight), Math.min(toTheLeft, other.toTheLeft));
    }

    Crossings max(Crossings other) {
        return new Crossings(Math.max(toTheRight, other.toTheRight), Math.max(toTheLeft, other.toTheLeft));
    }
}
