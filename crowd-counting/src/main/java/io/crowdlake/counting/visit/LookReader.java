package io.crowdlake.counting.visit;

/** Opens looks. What it gives must stay in memory, for as long as a frame takes: no state, table, event or log may hold it. */
@FunctionalInterface
public interface LookReader {

    /** Opens nothing: nobody is told apart by what they look like. */
    LookReader NONE = look -> null;

    /** What the person looked like, a direction of unit length; null where the look cannot be opened. */
    float[] read(Look look);
}
