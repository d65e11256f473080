package io.crowdlake.counting.visit;

import io.crowdlake.contracts.Colour;

/**
 * The colour of what somebody wears, or of their hair, as far as it helps to know them again while they are about. Brightness changes with the light, the hue hardly does, so
 * they are told apart as in ITU-R BT.601.
 *
 * @param luma mean brightness, 0..255
 * @param blue mean Cb, the difference of blue from the brightness, -128..128
 * @param red mean Cr, the same of red, -128..128
 * @param looks number of looks that count in the means, less those at other colours, 1..{@value #MOST_LOOKS}
 */
public record ColourVote(double luma, double blue, double red, int looks) {

    /** Later looks count as much as the last of these. */
    static final int MOST_LOOKS = 20;

    /** How differently one person's clothes or hair look at different times, one standard deviation: they turn, and move their arms. */
    private static final double LUMA_OF_PERSON = 4;

    private static final double CHROMA_OF_PERSON = 2;

    /** How far a single look is from that. */
    private static final double LUMA_OF_LOOK = 8;

    private static final double CHROMA_OF_LOOK = 2;

    /** How far two people in general are apart, whose clothes or hair vary by 40 in brightness and 10 in hue (one standard deviation). */
    private static final double LUMA_VARIANCE = 2 * 40 * 40;

    private static final double CHROMA_VARIANCE = 2 * 10 * 10;

    /** How often two people are alike: many wear black, and many have dark hair, so a match says less than the variety of all would let one think. */
    private static final double ALIKE = 0.05;

    /** How often looks show somebody else's clothes, who stands before them, by their number: that all of many do is rare, though not as rare as by chance. */
    private static final double[] MISTAKEN = mistaken(0.3, 0.8);

    /** As a picture shows it; null for null. */
    public static ColourVote of(Colour seen) {
        if (seen == null) {
            return null;
        }
        double luma = 0.299 * seen.red() + 0.587 * seen.green() + 0.114 * seen.blue();
        return new ColourVote(luma, 0.564 * (seen.blue() - luma), 0.713 * (seen.red() - luma), 1);
    }

    /**
     * What most of the looks at both say; either may be null. Like colours are added up; unlike ones cancel each other out, look by look, as in a vote (Boyer and Moore 1981), since
     * one of them is of somebody who stood before.
     */
    public static ColourVote both(ColourVote known, ColourVote later) {
        if (known == null || later == null) {
            return known == null ? later : known;
        }
        if (known.ratio(later) < 1) {
            ColourVote more = known.looks > later.looks ? known : later;
            return new ColourVote(more.luma, more.blue, more.red, Math.max(1, Math.abs(known.looks - later.looks)));
        }
        int all = Math.min(MOST_LOOKS, known.looks + later.looks);
        double share = (double) later.looks / all;
        return new ColourVote(
                known.luma + share * (later.luma - known.luma),
                known.blue + share * (later.blue - known.blue),
                known.red + share * (later.red - known.red),
                all);
    }

    /**
     * How much less likely it is that one person wears both than that two do: the negative logarithm of the ratio, below zero where they are alike.
     * Normal distributions about each person's colour and about everybody's, some of whom are alike, and now and then a look at somebody else.
     */
    public double difference(ColourVote other) {
        double mistaken = MISTAKEN[Math.min(looks, other.looks)];
        return -Math.log((1 - mistaken) * ratio(other) + mistaken);
    }

    /** How much likelier it is that one person wears both than that two do: of the densities only their quotient is needed, which takes one exponential. */
    private double ratio(ColourVote other) {
        double chance = 1.0 / looks + 1.0 / other.looks;
        double lumaVariance = 2 * square(LUMA_OF_PERSON) + square(LUMA_OF_LOOK) * chance;
        double chromaVariance = 2 * square(CHROMA_OF_PERSON) + square(CHROMA_OF_LOOK) * chance;
        double lumas = square(luma - other.luma);
        double chromas = square(blue - other.blue) + square(red - other.red);
        double anybodyToSame = Math.exp((lumas / lumaVariance
                                + chromas / chromaVariance
                                - lumas / LUMA_VARIANCE
                                - chromas / CHROMA_VARIANCE)
                        / 2)
                * Math.sqrt(lumaVariance / LUMA_VARIANCE)
                * chromaVariance
                / CHROMA_VARIANCE;
        return 1 / ((1 - ALIKE) * anybodyToSame + ALIKE);
    }

    private static double[] mistaken(double once, double decline) {
        double[] byLooks = new double[MOST_LOOKS + 1];
        for (int looks = 1; looks <= MOST_LOOKS; looks++) {
            byLooks[looks] = once / Math.pow(looks, decline);
        }
        return byLooks;
    }

    private static double square(double value) {
        return value * value;
    }
}
