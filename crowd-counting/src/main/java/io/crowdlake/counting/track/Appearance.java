package io.crowdlake.counting.track;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.counting.visit.Colours;
import io.crowdlake.counting.visit.FaceQuality;
import io.crowdlake.counting.visit.Features;

/**
 * What somebody appears to be, as far as it helps to know them again.
 *
 * @param years mean apparent age over all looks, or null when unknown
 * @param gender apparent gender
 * @param genderCertainty probability that another set of as many looks would tell the same, 0.5..1
 * @param colours of clothes and hair
 * @param looks as how many faces that can be read well this is, more than zero
 * @param features of the best face, or null when unknown
 */
record Appearance(
        Double years, Gender gender, double genderCertainty, Colours colours, double looks, Features features) {

    /** Apparent ages of people in general, one standard deviation. */
    private static final double YEARS_OF_PEOPLE = 18;

    /** How differently old one person appears at different times, one standard deviation; and how far looks as good as can be are from that. */
    private static final double YEARS_OF_PERSON = 2;

    private static final double YEARS_OF_LOOK = 3;

    /** How much is made of it that two looks are alike. */
    private static final double ALIKE = 0.5;

    /** Looks of which each says something new; they are not independent of each other. */
    private static final int TELLING_LOOKS = 12;

    /** Of a vote in which no face took part. */
    private static final double LEAST_TELLING = 0.01;

    /** What the age can speak against two looks being at one person, at most: faces are misread, and then surely so. */
    private static final double MOST = 4.8;

    private static final double LEAST_CERTAIN = 0.04;

    /** Of a single look; see {@link FaceQuality}. */
    static Appearance of(DetectedFace face, double quality, Features features) {
        FaceAttributes seen = face.attributes();
        return of(seen.ageYears(), seen.gender(), seen.genderConfidence(), Colours.of(face), quality, features);
    }

    /** Of the vote over a person's faces. */
    static Appearance of(Track track, Features features) {
        Gender gender = track.vote().gender();
        return of(
                track.vote().age(),
                gender,
                track.vote().confidence(gender),
                track.colours(),
                track.vote().looks(),
                features);
    }

    private static Appearance of(
            Double years, Gender gender, double genderConfidence, Colours colours, double looks, Features features) {
        double once = Math.max(0.5, Math.min(0.95, genderConfidence));
        double odds = Math.pow(once / (1 - once), Math.sqrt(Math.min(looks, TELLING_LOOKS)));
        double certainty = Math.min(1 - LEAST_CERTAIN, odds / (1 + odds));
        return new Appearance(years, gender, certainty, colours, looks, features);
    }

    /**
     * How much less likely it is by age and gender that both are looks at one person than at two: the negative logarithm of the ratio, below zero where they are alike,
     * 0 where nothing is known.
     */
    double difference(Appearance other) {
        return byAge(other) + byGender(other);
    }

    /** The same by what the faces look like. */
    double differenceOfFeatures(Appearance other) {
        return showsFeaturesAs(other) ? features.difference(other.features) : 0;
    }

    /** Whether {@link #differenceOfFeatures} can say anything. */
    boolean showsFeaturesAs(Appearance other) {
        return features != null && other.features != null;
    }

    private double byAge(Appearance other) {
        if (years == null || other.years == null) {
            return 0;
        }
        double chance = 1 / telling() + 1 / other.telling();
        double deviation = Math.sqrt(2 * YEARS_OF_PERSON * YEARS_OF_PERSON + YEARS_OF_LOOK * YEARS_OF_LOOK * chance);
        double apart = (years - other.years) / deviation;
        return Math.min(MOST, apart * apart / 2) - ALIKE * Math.log(Math.max(1, YEARS_OF_PEOPLE / deviation));
    }

    private double telling() {
        return Math.max(LEAST_TELLING, Math.min(looks, TELLING_LOOKS));
    }

    private double byGender(Appearance other) {
        if (gender == Gender.UNKNOWN || other.gender == Gender.UNKNOWN) {
            return 0;
        }
        double p = genderCertainty;
        double q = other.genderCertainty;
        double likelihood = gender == other.gender ? p * q + (1 - p) * (1 - q) : p * (1 - q) + q * (1 - p);
        return -Math.log(2 * likelihood);
    }
}
