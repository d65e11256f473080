package io.crowdlake.counting.visit;

import io.crowdlake.contracts.DetectedFace;

/**
 * The colours by which somebody is known again while they are about.
 *
 * @param clothes worn below the face, or null as long as none could be seen
 * @param hair above the face, or that of a hat; null likewise
 */
public record Colours(ColourVote clothes, ColourVote hair) {

    /** As one look shows them. */
    public static Colours of(DetectedFace face) {
        return new Colours(ColourVote.of(face.clothing()), ColourVote.of(face.hair()));
    }

    /** What most of the looks at both say. */
    public Colours plus(Colours later) {
        return new Colours(ColourVote.both(clothes, later.clothes), ColourVote.both(hair, later.hair));
    }

    /** How much less likely it is that both are of one person than of two, see {@link ColourVote#difference}; 0 where nothing is known. */
    public double difference(Colours other) {
        return difference(clothes, other.clothes) + difference(hair, other.hair);
    }

    private static double difference(ColourVote one, ColourVote other) {
        return one == null || other == null ? 0 : one.difference(other);
    }
}
