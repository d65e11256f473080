package io.crowdlake.counting.visit;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import java.util.Map;

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
        Map<AgeBand, Double> ageBands,
        double agesCast,
        Map<Gender, Double> genders,
        double gendersCast,
        Map<Emotion, Double> emotions,
        double emotionsCast) {

    /** Nobody has voted. */
    public static final AttributeVote EMPTY = new AttributeVote(0, 0, Map.of(), 0, Map.of(), 0, Map.of(), 0);

    /** Ages are rounded to this part of a year, so that faces of 30 are not 29.999999999 on average. */
    private static final double ROUNDING = 1e6;

    public AttributeVote {
        ageBands = ageBands == null ? Map.of() : Map.copyOf(ageBands);
        genders = genders == null ? Map.of() : Map.copyOf(genders);
        emotions = emotions == null ? Map.of() : Map.copyOf(emotions);
    }

    /** The vote after one more face of the given quality (see {@link FaceQuality}). */
    public AttributeVote plus(FaceAttributes face, double quality) {
        boolean hasYears = face.ageYears() != null;
        boolean hasBand = face.ageBand() != AgeBand.UNKNOWN;
        boolean hasGender = face.gender() != Gender.UNKNOWN;
        boolean hasEmotion = face.emotion() != Emotion.UNKNOWN;
        return new AttributeVote(
                hasYears ? years + quality * face.ageYears() : years,
                hasYears ? yearsCast + quality : yearsCast,
                hasBand ? Ballots.plus(ageBands, face.ageBand(), quality * face.ageConfidence()) : ageBands,
                hasBand ? agesCast + quality : agesCast,
                hasGender ? Ballots.plus(genders, face.gender(), quality * face.genderConfidence()) : genders,
                hasGender ? gendersCast + quality : gendersCast,
                hasEmotion ? Ballots.plus(emotions, face.emotion(), quality * face.emotionConfidence()) : emotions,
                hasEmotion ? emotionsCast + quality : emotionsCast);
    }

    /** The vote over the faces of both. */
    public AttributeVote plus(AttributeVote other) {
        return new AttributeVote(
                years + other.years,
                yearsCast + other.yearsCast,
                Ballots.plus(ageBands, other.ageBands),
                agesCast + other.agesCast,
                Ballots.plus(genders, other.genders),
                gendersCast + other.gendersCast,
                Ballots.plus(emotions, other.emotions),
                emotionsCast + other.emotionsCast);
    }

    /**
     * The outcome. Age is the weighted mean, its band the one that holds it (or the most voted one where no face had an age in years). A
     * confidence is the weighted mean confidence in the outcome, to which faces that voted otherwise add nothing.
     */
    public FaceAttributes outcome() {
        Double age = yearsCast > 0 ? Math.round(years / yearsCast * ROUNDING) / ROUNDING : null;
        AgeBand band = age != null ? AgeBand.ofYears(age) : Ballots.winner(ageBands, AgeBand.UNKNOWN);
        Gender gender = Ballots.winner(genders, Gender.UNKNOWN);
        Emotion emotion = Ballots.winner(emotions, Emotion.UNKNOWN);
        return new FaceAttributes(
                age,
                band,
                Ballots.share(ageBands, band, agesCast),
                gender,
                Ballots.share(genders, gender, gendersCast),
                emotion,
                Ballots.share(emotions, emotion, emotionsCast));
    }
}
