package io.crowdlake.counting.track;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;

/** How differently two faces appear: a hint where places leave it open who is who. */
final class Likeness {

    /** Years by which two looks at one person differ (one standard deviation). */
    private static final double YEARS = 8;

    /** What one of the two hints can say at most: faces are misread, and then surely so. */
    private static final double MOST = 3;

    private Likeness() {}

    /**
     * Negative logarithm of how likely two looks at one person differ like that, next to two looks that could not be more alike: 0 (alike, or
     * nothing known) to 6.
     */
    static double difference(FaceAttributes before, FaceAttributes now) {
        double difference = 0;
        if (before.ageYears() != null && now.ageYears() != null) {
            double years = (before.ageYears() - now.ageYears()) / YEARS;
            difference += Math.min(MOST, years * years / 2);
        }
        if (before.gender() != Gender.UNKNOWN && now.gender() != Gender.UNKNOWN && before.gender() != now.gender()) {
            double one = before.genderConfidence();
            double other = now.genderConfidence();
            double same = one * (1 - other) + other * (1 - one);
            difference += Math.min(MOST, -Math.log(Math.max(1e-9, 2 * Math.min(0.5, same))));
        }
        return difference;
    }
}
