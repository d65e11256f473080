package io.crowdlake.evaluation.metric;

/**
 * A share of counted things with its 95 % interval after Wilson: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927). Unlike the textbook's interval it stays within 0..1, and has a
 * width also where all or none are right.
 *
 * @param value hits / of, 0..1; null where there is nothing to count
 * @param low lower end of the interval, 0..value; null with the value
 * @param high upper end of the interval, value..1; null with the value
 * @param hits things that have the property, 0..of
 * @param of things, at least 0
 */
public record Proportion(Double value, Double low, Double high, long hits, long of) {

    /** The share of so many hits; throws IllegalArgumentException unless 0 <= hits <= of. */
    public static Proportion of(long hits, long of) {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " hits of " + of + ", must be within 0.." + of);
        }
        if (of == 0) {
            return new Proportion(null, null, null, 0, 0);
        }
        double share = (double) hits / of;
        double z2 = Estimate.Z95 * Estimate.Z95;
        double middle = (share + z2 / (2 * of)) / (1 + z2 / of);
        double half = Estimate.Z95 / (1 + z2 / of) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
        // At the ends the formula gives 0 and 1 but for rounding.
        double low = hits == 0 ? 0 : Math.max(0, middle - half);
        double high = hits == of ? 1 : Math.min(1, middle + half);
        return new Proportion(share, low, high, hits, of);
    }

    /** Variance of the share as an estimate, p (1 - p) / n; 0 where there is nothing to count. */
    double variance() {
        return of == 0 ? 0 : value * (1 - value) / of;
    }
}
