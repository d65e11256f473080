package io.crowdlake.counting.visit;

/**
 * What a face looks like, in clear, as far as it helps to know somebody again while they are about. It lives in memory for as long as a frame takes.
 *
 * @param direction of unit length; the more alike two faces, the smaller the angle between theirs
 * @param quality of the face, 0..1 (see {@link FaceQuality})
 * @param modelVersion bundle that made it: those of different bundles say nothing of each other
 */
@SuppressWarnings("ArrayRecordComponent") // read once for each of a frame's faces, and never compared
public record Features(float[] direction, double quality, String modelVersion) {

    /** Likeness (dot product) of faces of different people, mean and standard deviation, as measured on drawn ones. */
    private static final double OTHERS = 0.05;

    private static final double OTHERS_DEVIATION = 0.25;

    /** By how much the likeness of two faces of one person is below 1 on average, where the worse of them is of the quality below. */
    private static final double SPREAD = 0.06;

    private static final double SPREAD_QUALITY = 0.5;

    /** The worse a face, the less it is like itself: the spread goes with this power of the quality, up to a limit. */
    private static final double SPREAD_POWER = -0.4;

    private static final double MOST_SPREAD = 0.45;

    /** The standard deviation of that likeness: so much of the spread, and something. */
    private static final double DEVIATION = 0.8;

    private static final double LEAST_DEVIATION = 0.01;

    /** How often a face is not that of the person for whom it was kept. */
    private static final double MISTAKEN = 0.02;

    /**
     * How much less likely it is that both are faces of one person than of two: the negative logarithm of the ratio, below zero where they are alike.
     * Normal distributions of the likeness, and now and then a mistake.
     */
    public double difference(Features other) {
        if (!modelVersion.equals(other.modelVersion)) {
            return 0;
        }
        double worse = Math.max(FaceQuality.LEAST, Math.min(quality, other.quality));
        double spread = Math.min(MOST_SPREAD, SPREAD * Math.pow(worse / SPREAD_QUALITY, SPREAD_POWER));
        // Faces that are still more alike than one person's are on average speak no less for it.
        double likeness = Math.min(1 - spread, likeness(direction, other.direction));
        double same = density(likeness, 1 - spread, DEVIATION * spread + LEAST_DEVIATION);
        double ratio = same / density(likeness, OTHERS, OTHERS_DEVIATION);
        return -Math.log((1 - MISTAKEN) * ratio + MISTAKEN);
    }

    /** Of two directions, their dot product. */
    public static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static double density(double value, double mean, double deviation) {
        double off = (value - mean) / deviation;
        return Math.exp(-off * off / 2) / deviation;
    }
}
