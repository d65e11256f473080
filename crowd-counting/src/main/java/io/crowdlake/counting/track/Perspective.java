package io.crowdlake.counting.track;

/**
 * Where the horizon of a camera is, learnt from people who came nearer or went away, and how exact the boxes of its faces are.
 *
 * <p>Of people on one floor the distance between face and horizon, in sizes of the face, is the same near and far, and it is each person's own: it says how
 * tall they are, next to the height of the camera. So where somebody is seen again at another size, the row tells whether it may be them. As long as
 * the horizon is not known, it tells so of those alone who have kept their size. A camera that looks down has its horizon above the picture.
 *
 * @param rows sum of the horizon's row as pairs of sights told it, by their weights; fractions of the frame's height
 * @param weight sum of the weights, which are reciprocal variances
 * @param misses sum of the squares of what faces missed the row that their size told, in face heights
 * @param looks number of those faces, as far as they count
 */
public record Perspective(double rows, double weight, double misses, double looks) {

    /** Of a camera that has seen nobody yet. */
    static final Perspective UNKNOWN = new Perspective(0, 0, 0, 0);

    /** A camera looks ahead rather than down, but that is not sure. */
    private static final double LIKELY_ROW = 0.4;

    private static final double LIKELY_WEIGHT = 1 / (0.4 * 0.4);

    /** A camera may be moved: what was learnt counts no more than this, so that it learns anew. */
    private static final double MOST_WEIGHT = 3000;

    private static final double MOST_LOOKS = 1000;

    /** How exact boxes are taken to be before that is known, and as if so many looks had told it. */
    private static final double LIKELY_MISS = 0.1;

    private static final double LIKELY_LOOKS = 50;

    /** Nobody holds their head more still than that. */
    private static final double LEAST_MISS = 0.02;

    /** A single face cannot miss by more: then it is somebody else's. */
    private static final double MOST_MISS = 0.3;

    /** A person's face must have become larger or smaller by this factor before it tells of the horizon. */
    private static final double RESIZED = 1.15;

    /** Sights of one walk say much the same. */
    private static final double NEWS = 0.07;

    /** Errors of sizes, as a part of them, which make themselves felt in the row besides its own. */
    private static final double SIZE_ERROR = 0.05;

    /** The horizon is not farther from the picture than that, in heights of the picture. */
    private static final double FARTHEST = 3;

    double row() {
        return (rows + LIKELY_ROW * LIKELY_WEIGHT) / (weight + LIKELY_WEIGHT);
    }

    /** What a face misses the row that its size tells, if it is that person's; in face heights. */
    double miss(Stature person, Stature face) {
        double growth = face.height() / person.height();
        return (face.row() - row() - growth * (person.row() - row())) / face.height();
    }

    /** How much it usually misses that, one standard deviation. */
    double deviation(Stature person, Stature face) {
        double growth = face.height() / person.height();
        return Math.sqrt(variance() + square((1 - growth) / face.height()) / (weight + LIKELY_WEIGHT));
    }

    private double variance() {
        double mean = (misses + LIKELY_LOOKS * square(LIKELY_MISS)) / (looks + LIKELY_LOOKS);
        return Math.max(square(LEAST_MISS), mean);
    }

    /** After another look at somebody who was in view all the time. */
    Perspective learning(Stature person, Stature face) {
        double kept = Math.min(1, MOST_LOOKS / (looks + 1));
        double miss = Math.min(MOST_MISS, Math.abs(miss(person, face)));
        double moreMisses = kept * (misses + miss * miss);
        double moreLooks = kept * (looks + 1);
        double growth = face.height() / person.height();
        double row = (face.row() - growth * person.row()) / (1 - growth);
        if (Math.max(growth, 1 / growth) < RESIZED || Math.abs(row) > FARTHEST) {
            return new Perspective(rows, weight, moreMisses, moreLooks);
        }
        double error = (SIZE_ERROR + Math.sqrt(variance())) * face.height() / (1 - growth);
        double news = NEWS / square(error);
        double faded = Math.min(1, MOST_WEIGHT / (weight + news));
        return new Perspective(faded * (rows + news * row), faded * (weight + news), moreMisses, moreLooks);
    }

    private static double square(double value) {
        return value * value;
    }
}
