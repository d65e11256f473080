package io.crowdlake.counting.visit;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;

/**
 * The vote over a visit's faces: what the visitor appears to be. A face votes with its quality, for its class with the confidence of the
 * network, so that one bad frame does not turn a gender; a face about which nothing could be told does not vote.
 *
 * <p>It holds sums only: its size does not grow with the faces.
 *
 * @param years sum of apparent ages in years times quality
 * @param yearsCast sum of the qualities of faces with an age
 * @param ageBands quality times confidence, by band
 * @param agesCast sum of the qualities of faces with a band
 * @param genders quality times confidence, by gender
 * @param gendersCast sum of the qualities of faces with a gender
 * @param emotions quality times confidence, by emotion
 * @param emotionsCast sum of the qualities of faces with an emotion
 */
public record AttributeVote(
        double years,
        double yearsCast,
        Ballot<AgeBand> ageBands,
        double agesCast,
        Ballot<Gender> genders,
        double gendersCast,
        Ballot<Emotion> emotions,
        double emotionsCast) {

    /** Nobody has voted. */
    public static final AttributeVote EMPTY =
            new AttributeVote(0, 0, Ballot.empty(), 0, Ballot.empty(), 0, Ballot.empty(), 0);

    /** Ages are rounded to this part of a year, so that faces of 30 are not 29.999999999 on average. */
    private static final double ROUNDING = 1e6;

    private static final AgeBand[] AGE_BANDS = AgeBand.values();
    private static final Gender[] GENDERS = Gender.values();
    private static final Emotion[] EMOTIONS = Emotion.values();

    /** The vote after one more face of the given quality (see {@link FaceQuality}). */
    public AttributeVote plus(FaceAttributes face, double quality) {
        boolean hasYears = face.ageYears() != null;
        boolean hasBand = face.ageBand() != AgeBand.UNKNOWN;
        boolean hasGender = face.gender() != Gender.UNKNOWN;
        boolean hasEmotion = face.emotion() != Emotion.UNKNOWN;
        return new AttributeVote(
                hasYears ? years + quality * face.ageYears() : years,
                hasYears ? yearsCast + quality : yearsCast,
                hasBand ? ageBands.plus(face.ageBand(), quality * face.ageConfidence()) : ageBands,
                hasBand ? agesCast + quality : agesCast,
                hasGender ? genders.plus(face.gender(), quality * face.genderConfidence()) : genders,
                hasGender ? gendersCast + quality : gendersCast,
                hasEmotion ? emotions.plus(face.emotion(), quality * face.emotionConfidence()) : emotions,
                hasEmotion ? emotionsCast + quality : emotionsCast);
    }

    /** How many faces as good as can be would tell as much, of age or gender, whichever more is known of. */
    public double looks() {
        return Math.max(yearsCast, gendersCast);
    }

    /** The vote over the faces of both. */
    public AttributeVote plus(AttributeVote other) {
        return new AttributeVote(
                years + other.years,
                yearsCast + other.yearsCast,
                ageBands.plus(other.ageBands),
                agesCast + other.agesCast,
                genders.plus(other.genders),
                gendersCast + other.gendersCast,
                emotions.plus(other.emotions),
                emotionsCast + other.emotionsCast);
    }

    /**
     * The outcome. Age is the weighted mean, its band the one that holds it (or the most voted one where no face had an age in years). A
     * confidence is the weighted mean confidence in the outcome, to which faces that voted otherwise add nothing.
     */
    public FaceAttributes outcome() {
        Double age = age();
        AgeBand band = age != null ? AgeBand.ofYears(age) : ageBands.winner(AGE_BANDS, AgeBand.UNKNOWN);
        Gender gender = gender();
        Emotion emotion = emotions.winner(EMOTIONS, Emotion.UNKNOWN);
        return new FaceAttributes(
                age,
                band,
                ageBands.share(band, agesCast),
                gender,
                confidence(gender),
                emotion,
                emotions.share(emotion, emotionsCast));
    }

    /** The age of the {@link #outcome}, or null. */
    public Double age() {
        return yearsCast > 0 ? Math.round(years / yearsCast * ROUNDING) / ROUNDING : null;
    }

    /** The gender of the {@link #outcome}. */
    public Gender gender() {
        return genders.winner(GENDERS, Gender.UNKNOWN);
    }

    /** Weighted mean confidence in a gender, 0..1. */
    public double confidence(Gender gender) {
        return genders.share(gender, gendersCast);
    }
}
